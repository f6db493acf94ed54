/** What came of an act: its answer, or what the service said against it (empty where it said nothing). */
export type Sent =
  | { answer: unknown; fault?: undefined; isSaved: true }
  /** `isSaved` where it is done, and has not taken effect yet. */
  | { answer?: undefined; fault: string; isSaved: boolean }

export async function send(url: string, body: object): Promise<Sent> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answer: unknown = await response.json()
    if (response.ok) return { answer, isSaved: true }
    const [error] = (answer as { errors?: { message?: string; extensions?: { code?: string } }[] }).errors ?? []
    return { fault: error?.message ?? '', isSaved: error?.extensions?.code === 'NOT_YET_IN_EFFECT' }
  } catch {
    return { fault: '', isSaved: false }
  }
}
