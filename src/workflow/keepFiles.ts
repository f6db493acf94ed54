import { readFile } from 'node:fs/promises'
import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import type { Rendition } from '../archive/pure/model.js'
import { servicesOf } from '../archive/write/services.js'
import { ServiceError } from '../errors.js'
import type { ContentFiles } from './content/row.js'

interface UploadSize {
  filename?: string | null
  width?: number | null
  height?: number | null
  mimeType?: string | null
}

/**
 * Puts an uploaded file and its renditions by content where the archive's files lie, before the row that names them is
 * written. Payload replaces and removes its own copies; these stay.
 */
export const keepFilesByContent: CollectionBeforeChangeHook = async ({ data, req }) => {
  if (!req.file) return data
  const { files } = servicesOf(req.payload)
  const original = await files.put(await uploaded(req), {
    name: req.file.name,
    mediaType: String(data['mimeType'] ?? req.file.mimetype),
  })
  const renditions: Rendition[] = []
  const sizes = (data['sizes'] ?? {}) as Record<string, UploadSize>
  for (const [rendition, size] of Object.entries(sizes)) {
    if (!size.filename || !size.width || !size.height) continue
    const content = renditionContent(req, rendition)
    const file = await files.put(content, {
      name: size.filename,
      mediaType: size.mimeType ?? 'application/octet-stream',
    })
    renditions.push({ ...file, rendition, width: size.width, height: size.height })
  }
  // Payload tells them in the order in which they were ready.
  renditions.sort((one, other) => one.width - other.width)
  return { ...data, contentFiles: { original, renditions } satisfies ContentFiles }
}

async function uploaded(req: PayloadRequest): Promise<Buffer> {
  const { data, tempFilePath } = req.file as { data: Buffer; tempFilePath?: string }
  return tempFilePath ? readFile(tempFilePath) : data
}

/** Payload hands the resized pictures on in memory before it writes them to its own folder. */
function renditionContent(req: PayloadRequest, rendition: string): Buffer {
  const content = req.payloadUploadSizes?.[rendition]
  if (content) return content
  throw new ServiceError('INTERNAL', {
    sv: `Bilden kunde inte skalas om (${rendition}). Ladda upp den igen.`,
    en: `The image could not be resized (${rendition}). Upload it again.`,
  })
}
