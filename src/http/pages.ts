import { escapeHtml } from '../delivery/richText/html.js'

const style = `body{font:1.125rem/1.6 system-ui,sans-serif;max-width:40rem;margin:8vh auto;padding:0 1.5rem;color-scheme:light dark}
h1{line-height:1.2}li{margin:.4rem 0}a:focus-visible{outline:3px solid;outline-offset:2px}`

const page = (title: string, body: string, language = 'sv'): string => `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)} – Länskällan</title>
<style>${style}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`

export const messagePage = (sv: string, en: string): string =>
  page(sv, `<h1>${escapeHtml(sv)}</h1>\n<p lang="en">${escapeHtml(en)}.</p>\n<p><a href="/">Till startsidan</a></p>`)

/** What this is, and where to go on. */
export const landingPage = (hasEditors: boolean): string =>
  page(
    'Start',
    `<h1>Länskällan</h1>
<p>Här publicerar länsstyrelserna strategier, nyheter och kontaktuppgifter. Länens webbplatser hämtar dem härifrån,
och varje version som har varit offentlig sparas så att den går att ta fram och kontrollera.</p>
<ul>
<li><a href="/arkiv">Läsesalen</a> – sök och läs det som är eller har varit publicerat, som det var vilken dag som helst</li>
${hasEditors ? '<li><a href="/admin">Redigera</a> – för redaktörer, publicister och arkivarier</li>' : ''}
<li><a href="/graphql">Utforska innehållet med GraphQL</a> – för utvecklare</li>
<li><a href="/schema.graphql">Schemat</a></li>
<li><a href="/health/ready">Tjänstens status</a></li>
</ul>
<section lang="en">
<h2>In English</h2>
<p>The county administrative boards of Sweden publish strategies, news and contacts here. Their websites fetch them over
GraphQL, and every version that was ever public is kept and can be checked.</p>
<ul>
<li><a href="/arkiv/en">The reading room</a> – everything that is or was published, as it read on any day</li>
${hasEditors ? '<li><a href="/admin">Edit</a></li>' : ''}
<li><a href="/graphql">Explore the content with GraphQL</a></li>
<li><a href="/schema.graphql">The schema</a></li>
<li><a href="/health/ready">Status of the service</a></li>
</ul>
</section>`,
  )
