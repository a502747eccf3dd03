/** Fetches a file of this server. Rejects with its address and status if there is none. */
export async function fetchFile(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}
