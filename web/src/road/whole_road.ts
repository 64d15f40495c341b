// What can wait of a road (bodies, resources, proofs: script/build_site.mjs) comes when the map can be used: the whole file of
// the road that is open, with which the engine goes on where it is.

const kFirstRetryMs = 2_000,
  kLongestRetryMs = 60_000;

// After `ms`, or when the network is back.
function retryTime(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    }
    window.addEventListener('online', done);
  });
}

// Fetches until it has it, then opens it; `opened` is called once, and at once where nothing is to be fetched.
export async function openWholeRoad(
  fetchRoad: (() => Promise<Uint8Array>) | null,
  open: (bytes: Uint8Array) => boolean,
  opened: () => void,
): Promise<void> {
  if (!fetchRoad) {
    opened();
    return;
  }
  for (let wait = kFirstRetryMs; ; wait = Math.min(2 * wait, kLongestRetryMs)) {
    const bytes = await fetchRoad().catch((e: unknown) => {
      console.warn(e);
      return null;
    });
    if (bytes) {
      if (open(bytes)) opened();
      return;
    }
    await retryTime(wait);
  }
}
