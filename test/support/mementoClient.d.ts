declare module 'memento-client' {
  interface MementoLink {
    href: string
    rel: string
    datetime?: string
  }
  type Done = (error: Error | null, links: MementoLink[]) => void
  export default function memento(url: string, options: { host?: string; time?: Date | string }, done: Done): void
}
