// Files made by the server: a plain link would do, but would not say that one is being made, or why it cannot be.

const PATIENCE = 250; // milliseconds before anything is said

/** Fetch the file behind a link and save it; `say` shows how it goes. */
export async function save(link, say) {
  if (link.getAttribute("aria-busy") === "true") return;
  link.setAttribute("aria-busy", "true");
  const waiting = setTimeout(() => say(`Making it: ${link.textContent} …`), PATIENCE);
  try {
    const answer = await fetch(link.href);
    if (!answer.ok) throw new Error(await answer.text());
    const content = await answer.blob();
    clearTimeout(waiting);
    say(`Saved ${keep(content, nameIn(answer))}.`);
  } catch (error) {
    clearTimeout(waiting);
    say(error instanceof TypeError ? "The server could not be reached; nothing was saved." : error.message);
  }
  link.removeAttribute("aria-busy");
}

function nameIn(answer) {
  return /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1] ?? "therefore";
}

function keep(content, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  return name;
}
