import sharp from 'sharp'

const width = 1920
const height = 1080

/** Layers of hills under a pale sky, as along the coast of Västernorrland: no people, nothing that alarms. */
const hills = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
  <defs>
    <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="#dfe9ef"/><stop offset="1" stop-color="#f7efe4"/>
    </linearGradient>
  </defs>
  <rect width="${width}" height="${height}" fill="url(#sky)"/>
  <circle cx="1420" cy="330" r="92" fill="#f6d9a8"/>
  <path d="M0 640 C 260 520 470 560 700 610 S 1180 500 1420 570 S 1760 620 1920 560 V1080 H0 Z" fill="#a9c0c6"/>
  <path d="M0 760 C 220 690 520 650 820 730 S 1330 700 1560 690 S 1800 740 1920 710 V1080 H0 Z" fill="#7b9ea6"/>
  <path d="M0 860 C 330 800 560 850 880 840 S 1470 800 1920 850 V1080 H0 Z" fill="#4f7a84"/>
  <path d="M0 960 C 420 920 900 980 1300 940 S 1760 950 1920 960 V1080 H0 Z" fill="#2f5561"/>
</svg>`

/** The quiet landscape of the demo news, as PNG. */
export const hillsPicture = (): Promise<Buffer> =>
  sharp(Buffer.from(hills)).png({ compressionLevel: 9, adaptiveFiltering: false }).toBuffer()
