/** The explorer brings its own script in the page and asks nobody but us. */
export const explorerPolicy =
  "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:; style-src 'unsafe-inline'; " +
  "img-src 'self' data:; font-src data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'"

export const firstQuery = `# Skriv en fråga och tryck Ctrl+Enter. Write a query and press Ctrl+Enter.
{
  topic(county: "vasternorrland", slug: "vald-i-nara-relationer") {
    title
    intro
    contacts { name phones { display } alwaysOpen }
    news(first: 3) { nodes { title publishedAt } }
  }
}
`
