import { at, both, parts, ROOT, UUID } from './addresses.js'
import { html, type Html } from './html.js'
import type { Page, Visit } from './visit.js'

const words = both({
  sv: {
    title: 'Kontrollera att en text är äkta',
    lead: 'Du behöver inte lita på oss. Med några vanliga program kan du själv pröva att en text är den som publicerades, och att ingenting har skrivits om i efterhand.',
    howTitle: 'Så hänger det ihop',
    how: [
      'Varje text har en kontrollsumma (SHA-256). Ändras ett enda tecken blir summan en annan.',
      'Summan står i en arkivpost, som säger vad som gjordes och när.',
      'Arkivpostens egen summa står på en rad i loggen. Där kan rader bara läggas till.',
      'Loggen undertecknas. Kvittot visar att just den raden fanns med i den undertecknade loggen.',
    ],
    need: 'Du behöver',
    needs:
      'Programmen curl, sha256sum och openssl, som finns i de flesta datorer, och loggens öppna nyckel från ett ställe som du litar på: myndighetens webbplats, eller ett tidigare besök.',
    step1: '1. Hämta texten, posten och kvittot',
    step1Text: 'Byt POST mot id:t i adressen till arkivpostens sida.',
    step2: '2. Räkna om kontrollsummorna',
    step2Text:
      'Den första ska vara den som står på postens sida som textens kontrollsumma, och finnas i filen post. Den andra ska vara postens kontrollsumma.',
    step3: '3. Pröva underskriften',
    step3Text:
      'Kvittots slut är loggens kontrollpunkt: namn, antal rader och summa, undertecknade. Skriv nyckeln i en fil som heter key.',
    step4: '4. Pröva att posten finns i loggen',
    step4Text:
      'Görs i en kopia av Länskällan, utan databas och nät, eller med ett annat program som läser c2sp.org/tlog-proof. PLACERAD är tiden som står på postens sida som placerad i loggen.',
    later: 'Spara kontrollpunkten. Med den kan du senare bevisa att loggen inte har skrivits om sedan dess.',
    machine: 'Allt detta finns också som GraphQL, och hela beskrivningen i docs/sv/kontrollera.md.',
  },
  en: {
    title: 'Check that a text is genuine',
    lead: 'You need not trust us. With a few common programs you can see for yourself that a text is the one that was published, and that nothing was rewritten afterwards.',
    howTitle: 'How it hangs together',
    how: [
      'Each text has a checksum (SHA-256). If a single character is changed, the sum is another one.',
      'The sum stands in a record, which says what was done and when.',
      'The record’s own sum stands on a line of the log, where lines can only be added.',
      'The log is signed. The receipt shows that this very line was in the signed log.',
    ],
    need: 'You need',
    needs:
      'The programs curl, sha256sum and openssl, which most computers have, and the public key of the log from a place that you trust: the authority’s website, or an earlier visit.',
    step1: '1. Fetch the text, the record and the receipt',
    step1Text: 'Put the id in the address of the record’s page in place of POST.',
    step2: '2. Work out the checksums',
    step2Text:
      'The first must be the one that stands on the record’s page as the checksum of the text, and stand in the file post. The second must be the checksum of the record.',
    step3: '3. Try the signature',
    step3Text:
      'The end of the receipt is the checkpoint of the log: name, number of lines and sum, signed. Write the key to a file named key.',
    step4: '4. Try that the record is in the log',
    step4Text:
      'Done in a copy of Länskällan, without database and network, or with another program that reads c2sp.org/tlog-proof. PLACED is the time on the record’s page at which it was placed in the log.',
    later: 'Keep the checkpoint. With it you can prove later that the log was not rewritten since.',
    machine: 'All of this is in GraphQL too, and the whole description in docs/verify.md.',
  },
})

/** `/arkiv/kontrollera`: how anybody checks a text, with commands that work as they stand. */
export function checkPage({ speech, asked, publicUrl }: Visit): Page {
  const say = words[speech]
  const post = asked.get('post') ?? ''
  const record = UUID.test(post) ? post : 'POST'
  const place = speech === 'sv' ? 'PLACERAD' : 'PLACED'
  return {
    title: say.title,
    indexed: asked.size === 0,
    body: html`<h1>${say.title}</h1>
      <p class="lead">${say.lead}</p>
      <h2>${say.howTitle}</h2>
      <ol>
        ${say.how.map((line) => html`<li>${line}</li>`)}
      </ol>
      <h2>${say.need}</h2>
      <p>${say.needs}</p>
      ${step(say.step1, say.step1Text, fetchCommands(`${publicUrl}${ROOT.sv}/post/${record}`))}
      ${step(say.step2, say.step2Text, sumCommands)} ${step(say.step3, say.step3Text, signatureCommands)}
      ${step(say.step4, say.step4Text, proofCommands(place))}
      <p>${say.later}</p>
      <p class="quiet">${say.machine}</p>
      ${record !== 'POST' && html`<p><a href="${at.record(speech, record)}">${at.record(speech, record)}</a></p>`}`,
  }
}

const step = (title: string, text: string, commands: string): Html =>
  html`<h2>${title}</h2>
    <p>${text}</p>
    <pre tabindex="0" lang="en">${commands}</pre>`

const fetchCommands = (address: string): string =>
  parts.map((part) => `curl -sf ${address}/${part} > ${part}`).join('\n')

const sumCommands = `sha256sum text post
grep -c "$(sha256sum < text | cut -c1-64)" post`

const signatureCommands = `{ printf '\\060\\052\\060\\005\\006\\003\\053\\145\\160\\003\\041\\000'; cut -d+ -f3- key | base64 -d | tail -c 32; } > pub.der
openssl pkey -pubin -inform DER -in pub.der -out pub.pem
sed '1,/^$/d' kvitto > checkpoint
sed '/^$/,$d' checkpoint > signed
grep '^— ' checkpoint | sed 's/.* //' | base64 -d | tail -c +5 > signature
openssl pkeyutl -verify -pubin -inkey pub.pem -rawin -in signed -sigfile signature`

const proofCommands = (placed: string): string =>
  `node bin/lanskallan.mjs verify-proof kvitto --key "$(cat key)" --record post --placed-at ${placed} --snapshot text`
