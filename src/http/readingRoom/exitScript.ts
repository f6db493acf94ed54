/**
 * The one script of the room, on sensitive pages alone: the exit takes the place of this page in the tab's history, and
 * Shift pressed three times within five seconds leaves too. Without it the exit is a plain link, which also leaves.
 *
 * Shift that was held while another key was pressed is typing, and not counted. The page is hidden before the next one
 * has been fetched, since that can take a while.
 *
 * @see https://design-system.service.gov.uk/patterns/exit-a-page-quickly/
 */
export const exitScript = `'use strict'
{
  const exit = document.querySelector('[data-exit]')
  const status = document.querySelector('[data-exit-status]')
  const leave = () => {
    document.documentElement.classList.add('left')
    document.title = exit.dataset.exit
    try { history.replaceState(null, '', '/') } catch {}
    location.replace(exit.href)
  }
  let presses = 0
  let typing = false
  let timer
  const forget = () => { presses = 0; status.textContent = '' }
  exit.addEventListener('click', (event) => { event.preventDefault(); leave() })
  addEventListener('keydown', (event) => { if (event.key !== 'Shift') typing = event.shiftKey })
  addEventListener('keyup', (event) => {
    if (event.key !== 'Shift') return
    if (typing) { typing = false; return }
    presses += 1
    clearTimeout(timer)
    if (presses === 3) return leave()
    status.textContent = presses === 1 ? status.dataset.two : status.dataset.one
    timer = setTimeout(forget, 5000)
  })
  addEventListener('pageshow', (event) => { if (event.persisted) document.documentElement.classList.remove('left') })
}
`
