/** What came of an act: its answer, or what the service said against it (empty where it said nothing). */
export type Sent = { answer: unknown; fault?: undefined } | { answer?: undefined; fault: string }

export async function send(url: string, body: object): Promise<Sent> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answer: unknown = await response.json()
    if (response.ok) return { answer }
    return { fault: (answer as { errors?: { message?: string }[] }).errors?.[0]?.message ?? '' }
  } catch {
    return { fault: '' }
  }
}
