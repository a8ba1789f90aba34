// From page to page without a reload, and with one entry of the history.

/** Turn to another page of the app as Back and Forward do: Streamlit goes by the address when the history moves. */
export function turnTo(address) {
  history.pushState({}, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
}
