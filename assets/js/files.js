// Files go to the server in pieces, each kept there when it is answered: after a cut, a reload or another day the same file, chosen
// again, goes on where it stopped. Without this script the form brings them whole.
import { LostLine, csrf, make, post, pressed } from './talk.js'

const piece = 1 << 20 // bytes; halved on a slow line, and always a multiple of
const smallest = 1 << 18 // what the server seals together
const at_once = 4 << 20 // bytes that the form brings whole as quickly
const waits = [1, 2, 5, 10, 20, 30] // seconds before it is tried again without a line
const no_code = { 401: 'You are signed out. Sign in again in another window, then go on here.' }

class Refused extends Error {}
class RefusedFile extends Refused {} // this one; the others of the box go on
class TooSlow extends LostLine {}

const in_megabytes = (bytes) => (bytes / (1 << 20)).toFixed(1)
const rest = (seconds) => new Promise((done) => {
  const timer = setTimeout(done, seconds * 1000)
  window.addEventListener('online', () => { clearTimeout(timer); done() }, { once: true })
})

// A file that was moved or taken out since it was chosen is never read again, however often it is tried.
async function bytes_of(blob) {
  try {
    return await blob.arrayBuffer()
  } catch {
    throw new RefusedFile('That file cannot be read any more. Choose it again.')
  }
}

const name_of = (file) => `${file.name} ${file.size} ${file.lastModified}`

// What tells this file from another of its name: its first and last megabyte and when it was changed.
async function mark_of(file) {
  const ends = new Blob([file.slice(0, piece), file.slice(Math.max(0, file.size - piece))])
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await bytes_of(ends)))
  return `${file.lastModified} ${Array.from(digest, (octet) => octet.toString(16).padStart(2, '0')).join('')}`
}

async function send_piece(address, bytes) {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), 60000)
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/octet-stream', 'X-CSRF-Token': csrf() },
      body: bytes,
      credentials: 'same-origin',
      redirect: 'error',
      signal: stop.signal
    })
    if (answer.status >= 500) throw new LostLine('the server cannot answer just now')
    return { status: answer.status, body: await answer.json().catch(() => ({})) }
  } catch (error) {
    if (stop.signal.aborted) throw new TooSlow('no answer came in time')
    throw error instanceof LostLine ? error : new LostLine(error.message)
  } finally {
    clearTimeout(timer)
  }
}

// The words stand in the page; a screen reader is told at each quarter, and when something is wrong.
class Progress {
  constructor(after) {
    this.bar = make('progress', { class: 'app-arriving__bar', max: 100, 'aria-label': 'How much of the file is here' })
    this.words = make('p', { class: 'govuk-body app-arriving__words' })
    this.spoken = make('p', { class: 'govuk-visually-hidden', role: 'status' })
    this.element = make('div', { class: 'app-arriving' }, this.words, this.bar, this.spoken)
    after.after(this.element)
    this.quarter = -1
  }

  show(file, kept) {
    const part = Math.floor(100 * kept / file.size)
    this.bar.value = part
    this.words.textContent = `${file.name}: ${in_megabytes(kept)} of ${in_megabytes(file.size)} MB`
    const quarter = Math.floor(part / 25)
    if (quarter !== this.quarter) this.spoken.textContent = `${part} per cent of ${file.name} is here`
    this.quarter = quarter
  }

  say(words) {
    this.words.textContent = words
    this.spoken.textContent = words
    this.quarter = -1
  }
}

class Sending {
  constructor(form, box, progress, still, sent) {
    Object.assign(this, { form, box, progress, still, sent }) // still: leaving the page asks no more
    this.piece = piece
  }

  // Goes on until there is an answer; without a line it waits for one.
  async answered(ask) {
    for (let tries = 0; ; tries += 1) {
      try {
        return await ask()
      } catch (error) {
        if (!(error instanceof LostLine)) throw error
        if (error instanceof TooSlow) this.piece = Math.max(smallest, this.piece / 2)
        this.progress.say('No connection. What came is kept, and it goes on by itself.')
        await rest(waits[Math.min(tries, waits.length - 1)])
      }
    }
  }

  async said(address, fields, seconds = 15) {
    const { status, body } = await this.answered(() => post(address, new URLSearchParams({ csrf: csrf(), ...fields }), { seconds }))
    if (status === 422) throw new RefusedFile(body.message || 'That could not be put in. Try again.')
    if (status !== 200 && status !== 409) throw new Refused(body.message || no_code[status] || 'That could not be put in. Try again.')
    return { status, ...body }
  }

  async where() {
    if (this.form.dataset.arriving) return
    const fields = Object.fromEntries(Array.from(new FormData(this.form)).filter(([, value]) => typeof value === 'string'))
    const begun = await this.said(this.form.dataset.begins, { ...fields, begin: 'yes' })
    this.form.dataset.arriving = begun.arriving
    this.form.dataset.draft = begun.draft
    history.replaceState(null, '', begun.files) // a reload finds what has come
  }

  async send(file) {
    const address = this.form.dataset.arriving
    const begun = await this.said(address, { name: file.name, length: file.size, mark: await mark_of(file) })
    let ended = begun
    do {
      await this.send_rest(file, `${address}/${begun.file}`, ended.kept)
      this.progress.say(`All of ${file.name} is here. It is being looked at.`)
      ended = await this.said(`${address}/${begun.file}/end`, { name: file.name }, 300)
    } while (ended.status === 409)
    return this.form.dataset.draft || ended.next
  }

  // A piece whose answer was lost may have come: the answer says from where it goes on.
  async send_rest(file, address, kept) {
    this.progress.show(file, kept)
    while (kept < file.size) {
      const from = kept
      const { status, body } = await this.answered(async () => send_piece(`${address}?from=${from}`, await bytes_of(file.slice(from, from + this.piece))))
      if (status !== 200 && status !== 409) throw new Refused(body.message || no_code[status] || 'That could not be put in. Try again.')
      kept = body.kept
      this.progress.show(file, kept)
    }
  }

  async all() {
    let next = ''
    const refused = []
    await this.where()
    for (const file of this.box.files) { // what came with another that was refused is not sent again
      try {
        next = this.sent.get(name_of(file)) ?? await this.send(file)
        this.sent.set(name_of(file), next)
      } catch (error) {
        if (!(error instanceof RefusedFile)) throw error
        refused.push(error.message.includes(file.name) ? error.message : `${file.name}: ${error.message}`)
      }
    }
    if (refused.length) throw Object.assign(new Refused(refused.join(' ')), { next })
    this.still()
    window.location.assign(next)
  }
}

// `next`: where it goes on with those that were kept; then only what was refused is to be chosen again.
function refuse(box, words, next) {
  const group = box.closest('.govuk-form-group')
  group.querySelector('.govuk-error-message')?.remove()
  group.classList.add('govuk-form-group--error')
  const message = make('p', { class: 'govuk-error-message', id: 'files-error', role: 'alert' }, make('span', { class: 'govuk-visually-hidden' }, 'Error: '), words)
  if (next) message.append(' The other files are kept. ', make('a', { class: 'govuk-link', href: next }, 'Go on with them'))
  if (next) box.value = ''
  box.before(message)
  box.setAttribute('aria-describedby', `${box.getAttribute('aria-describedby') ?? ''} files-error`.trim())
  box.focus()
}

function begin_form(form) {
  const box = form.querySelector('input[type="file"]')
  const press = form.querySelector('button')
  if (!box || !window.crypto?.subtle) return
  const sent = new Map()
  form.addEventListener('submit', (event) => {
    if (form.dataset.sending) event.preventDefault()
    const length = Array.from(box.files).reduce((sum, file) => sum + file.size, 0)
    const is_begun = form.dataset.begins && form.dataset.arriving // its draft is there: the form would ask for another
    if (form.dataset.sending || box.files.length === 0 || (length <= at_once && !is_begun)) return
    event.preventDefault()
    form.dataset.sending = 'yes'
    form.querySelector('.app-arriving')?.remove()
    const progress = new Progress(press)
    const asks = (leaving) => leaving.preventDefault()
    const still = () => window.removeEventListener('beforeunload', asks)
    window.addEventListener('beforeunload', asks)
    new Sending(form, box, progress, still, sent).all().catch((error) => {
      still()
      delete form.dataset.sending
      progress.element.remove()
      refuse(box, error instanceof Refused ? error.message : 'That could not be put in. Try again.', error.next)
    })
  })
}

export function begin_files() {
  for (const form of document.querySelectorAll('form[data-arriving], form[data-begins]')) begin_form(form)
}
