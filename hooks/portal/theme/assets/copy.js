// Words marked as `.copied`, and the second ones of lists marked as `.pairs`, get a button that copies them. Without a
// script, or where a browser lets no page write to the clipboard, there are none.

/** What a word is called without the places where its line may break. */
const whole = (element) => element.textContent.replace(/[\u00AD\u200B]/g, "").trim();

/** Put a button after each such word, and say what it has done. */
function offerCopies(template) {
  const { done } = template.dataset;
  const said = document.createElement("output");
  said.className = "said";
  template.after(said);
  for (const word of document.querySelectorAll("main .copied, main .pairs > li > span")) {
    const button = template.content.firstElementChild.cloneNode(true);
    button.ariaLabel = button.title = button.ariaLabel.replace("{term}", () => whole(word));
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(whole(word));
      said.value = done.replace("{term}", () => whole(word));
      button.classList.add("done");
      setTimeout(() => button.classList.remove("done"), 2000);
    });
    word.after(button);
  }
}

const copying = document.getElementById("copying");
if (copying && navigator.clipboard) offerCopies(copying);
