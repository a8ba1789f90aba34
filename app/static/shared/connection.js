// What is sent to the server while it is away is thrown away by Streamlit. Here it waits until the server is back.

let last = null;

/** Sends at once, or as soon as the server is back; of several that wait only the last, which is where the reader is. */
export function whenConnected(send) {
  const app = document.querySelector("[data-test-connection-state]");
  const isThere = () => !app?.isConnected || app.dataset.testConnectionState === "CONNECTED";
  last = send;
  if (isThere()) return void send();
  const watch = new MutationObserver(() => {
    if (last !== send) return watch.disconnect();
    if (!isThere()) return;
    watch.disconnect();
    send();
  });
  watch.observe(app, { attributes: true });
}
