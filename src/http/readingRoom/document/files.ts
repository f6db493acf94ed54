import type { FileRef } from '../../../archive/pure/model.js'
import type { LanguageCode } from '../../../vocabulary.js'
import { both, type Speech } from '../addresses.js'
import { html, type Html } from '../html.js'
import { sizeIn } from '../words.js'

const words = both({
  sv: { digest: 'Kontrollsumma (SHA-256)', noTitle: 'Fil' },
  en: { digest: 'Checksum (SHA-256)', noTitle: 'File' },
})

type Titled = FileRef & { title?: Partial<Record<LanguageCode, string>> }

/** Files with what one needs to see that a copy is whole. */
export const fileList = (files: readonly Titled[], language: LanguageCode, speech: Speech): Html => {
  const say = words[speech]
  return html`<ul>
    ${files.map((file) => {
      const title = file.title?.[language] ?? file.title?.sv ?? file.name
      return html`<li>
        <a href="/files/${file.sha256}/${encodeURIComponent(file.name)}">${title}</a>
        <span class="quiet">(${nameOf(file)}, ${sizeIn(speech, file.size)})</span>
        <br /><span class="quiet">${say.digest}: <code>${file.sha256}</code></span>
      </li>`
    })}
  </ul>`
}

/** "PDF" for `application/pdf`. */
const nameOf = ({ mediaType, name }: FileRef): string =>
  (name.includes('.') ? name.split('.').at(-1)! : mediaType.split('/').at(-1)!).slice(0, 8).toUpperCase()
