// Where a lecture stands, in the address of its page.

/** The step in an address: a parameter on a server, behind the # in a file. */
export function stepIn({ search, hash }) {
  const step = new URLSearchParams(search).get("step") ?? new URLSearchParams(hash.slice(1)).get("step");
  return /^\d{1,4}$/.test(step ?? "") ? Number(step) : undefined;
}

/** Write the step into the address: no new entry in the history, nothing sent. */
export function writeStep(step) {
  const url = new URL(location.href);
  if (url.protocol === "file:") url.hash = step ? `step=${step}` : "";
  else if (step) url.searchParams.set("step", step);
  else url.searchParams.delete("step");
  // In the frame of a learning platform the address may not be ours to write.
  try {
    history.replaceState(history.state, "", url);
  } catch {}
}
