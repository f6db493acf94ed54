import type { ServerProps } from 'payload'

/** What an editor can do here, in three sentences. */
export function Welcome({ i18n }: ServerProps) {
  if (i18n.language === 'en')
    return (
      <section className="lk-welcome">
        <h1>Welcome</h1>
        <p>
          Choose what you want to write below. Everything is saved as a draft that only colleagues see, until somebody
          publishes it.
        </p>
        <p>
          What is published is kept for good. Use Withdraw when it is no longer current, and Seal when it can harm
          somebody.
        </p>
      </section>
    )
  return (
    <section className="lk-welcome">
      <h1>Välkommen</h1>
      <p>Välj nedan vad du vill skriva. Allt sparas som utkast som bara kollegor ser, tills någon publicerar det.</p>
      <p>
        Det som publiceras bevaras. Dra tillbaka det som inte längre är aktuellt, och spärra det som kan skada någon.
      </p>
    </section>
  )
}
