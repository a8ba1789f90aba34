// The present view for other people: its address as a QR code, or copied.

import { el } from "./elements.js";

/** What a room scans: the code, the address in words, and a warning when it leads nowhere from a phone. */
export function codeOf(address, qr) {
  const code = el("img");
  code.alt = "QR code of this view";
  const words = el("p", "small", "");
  code.onerror = async () => {
    // The server says why, for instance that the address is too long to be scanned from afar.
    const answer = await fetch(code.src).catch(() => null);
    words.textContent = answer && !answer.ok ? await answer.text() : "The code could not be fetched.";
    code.remove();
  };
  code.src = new URL(`${qr}?to=${encodeURIComponent(address)}`, document.baseURI);
  if (["localhost", "127.0.0.1", "[::1]"].includes(location.hostname)) {
    words.textContent = "This address works on this computer only. The README says how to open it to a lecture hall.";
  }
  return [code, el("p", "address", address), words];
}

/** A code over the whole page; any press takes it away. */
export function showCode(root, qr) {
  const dialog = el("dialog", "code", ...codeOf(location.href, qr));
  dialog.setAttribute("aria-label", "QR code of this view");
  const close = el("button", "", "Close");
  dialog.append(close);
  dialog.onclick = () => dialog.close();
  dialog.onclose = () => dialog.remove();
  root.append(dialog);
  dialog.showModal();
}

/** Copy the address, and say on the button whether that worked. */
export async function copyLink(button) {
  const before = button.textContent;
  const done = await copied(location.href);
  button.textContent = done ? "Copied" : "Copy it from the address bar";
  setTimeout(() => (button.textContent = before), 2500);
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without https a page may not use the clipboard, but a selection can still be copied.
    const field = el("textarea", "", text);
    field.style.position = "fixed";
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
}
