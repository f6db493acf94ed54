/** Three leaves of one archive. */
export const Icon = () => (
  <svg
    width="25"
    height="25"
    viewBox="0 0 25 25"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    role="img"
    aria-label="Länskällan"
  >
    <path d="M4 8.5 12.5 4 21 8.5 12.5 13Z" />
    <path d="m4 12.5 8.5 4.5 8.5-4.5M4 16.5l8.5 4.5 8.5-4.5" />
  </svg>
)

export const Logo = () => (
  <span className="lk-logo">
    <Icon />
    Länskällan
  </span>
)
