// The end of a session without a loss: two minutes before, a dialog; then the words leave the screen until the same
// person unlocks the same page, at the same word. Signing out with words that are only here asks first.
import { LostLine, csrf, make, post, pressed, set_csrf } from './talk.js'

const warning = 120 // seconds

class Session {
  constructor(draft) {
    this.draft = draft
    this.channel = 'BroadcastChannel' in window ? new BroadcastChannel('lifestory') : null
    this.locked = null
  }

  begin() {
    const { locksIn, locksLine } = document.body.dataset
    this.renew({ locks_in: Number(locksIn), locks_line: locksLine }, false)
    if (this.channel) this.channel.onmessage = ({ data }) => this.heard(data)
    this.tell_token()
    if (this.draft) {
      this.draft.renewed = (answer) => this.renew(answer)
      this.draft.locked = () => this.lock()
    }
    setInterval(() => this.look(), 1000)
    document.addEventListener('visibilitychange', () => this.look())
    for (const form of document.querySelectorAll('.app-sign-out')) form.addEventListener('submit', (event) => this.signing_out(event, form))
  }

  // Something reached the server, here or in another tab of the same session.
  renew(answer, tell = true) {
    if (!answer.locks_in) return
    this.ends = Date.now() + answer.locks_in * 1000
    this.line = answer.locks_line
    if (this.dialog?.open) this.dialog.close()
    if (tell) this.channel?.postMessage({ locks_in: answer.locks_in, locks_line: answer.locks_line })
  }

  // One browser has one session: the token of the newest page is that of all pages of the same person.
  tell_token() {
    this.channel?.postMessage({ worker: document.body.dataset.worker, csrf: csrf() })
  }

  heard(data) {
    if (data.csrf && data.worker === document.body.dataset.worker) set_csrf(data.csrf)
    this.renew(data, false)
  }

  look() {
    if (this.locked || !this.ends) return
    const left = (this.ends - Date.now()) / 1000
    if (left <= 0) this.lock()
    else if (left <= warning && !this.dialog?.open) this.warn()
  }

  warn() {
    const is_lost = this.draft?.is_unsent() ?? false
    const words = this.draft ? (is_lost ? ' Your words are kept on this phone.' : ' Your words are saved.') : ''
    const stay = make('button', { type: 'button', class: 'govuk-button' }, 'Stay')
    this.dialog?.remove()
    this.dialog = make('dialog', { class: 'app-dialog', 'aria-labelledby': 'still-there', 'aria-describedby': 'still-there-words' },
      make('h2', { class: 'govuk-heading-m', id: 'still-there' }, 'Are you still there?'),
      make('p', { class: 'govuk-body', id: 'still-there-words' }, `This page locks at ${this.line}.${words}`), stay)
    pressed(stay, () => this.stay())
    this.dialog.addEventListener('cancel', () => this.stay())
    document.body.append(this.dialog)
    this.dialog.showModal()
  }

  async stay() {
    this.dialog.close()
    try {
      const { status, body } = await post('/session/stay', new URLSearchParams({ csrf: csrf() }))
      if (status === 200) this.renew(body)
      else if (status === 401) this.lock()
    } catch (error) {
      if (!(error instanceof LostLine)) throw error
    }
  }

  lock() {
    if (this.locked) return
    if (this.dialog?.open) this.dialog.close()
    const box = document.activeElement
    this.locked = { title: document.title, x: scrollX, y: scrollY, box, start: box?.selectionStart, end: box?.selectionEnd }
    this.draft?.lock()
    document.title = 'Locked, Lifestory'
    document.body.append(this.lock_page())
    document.body.classList.add('app-locked')
    this.page.querySelector('h1').focus()
  }

  lock_page() {
    const box = (id, words, attributes) => make('div', { class: 'govuk-form-group' },
      make('label', { class: 'govuk-label', for: `unlock-${id}` }, words),
      make('input', { class: 'govuk-input', id: `unlock-${id}`, name: id, ...attributes }))
    const error = make('p', { class: 'govuk-error-message', role: 'alert', hidden: true })
    const form = make('form', { novalidate: true }, error,
      box('email', 'E-mail address at work', { type: 'email', autocomplete: 'username', spellcheck: 'false' }),
      box('password', 'Password', { type: 'password', autocomplete: 'current-password' }),
      'asksCode' in document.body.dataset ? box('code', 'Six-digit code', { inputmode: 'numeric', autocomplete: 'one-time-code' }) : null,
      make('button', { type: 'submit', class: 'govuk-button' }, 'Unlock'))
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.unlock(form, error)
    })
    this.page = make('main', { class: 'app-lock' },
      make('h1', { class: 'govuk-heading-l', tabindex: '-1' }, 'Locked. Nothing is lost.'), form)
    return this.page
  }

  async unlock(form, error) {
    const say = (words) => {
      error.textContent = words
      error.hidden = false
    }
    try {
      const { status, body } = await post('/session', new URLSearchParams(new FormData(form)))
      if (status !== 200) return say(body.message || 'We could not unlock this page. Try again.')
      // Somebody else's page is not shown to whoever signed in now.
      if (body.worker !== document.body.dataset.worker) return location.replace('/')
      this.unlocked(body)
    } catch (failure) {
      if (!(failure instanceof LostLine)) throw failure
      say('No connection. Try again.')
    }
  }

  unlocked(body) {
    const before = this.locked
    this.locked = null
    set_csrf(body.csrf)
    this.tell_token()
    document.body.classList.remove('app-locked')
    this.page.remove()
    document.title = before.title
    this.renew(body)
    before.box?.focus?.({ preventScroll: true })
    if (typeof before.start === 'number') before.box.setSelectionRange(before.start, before.end)
    scrollTo(before.x, before.y)
    this.draft?.unlock()
  }

  signing_out(event, form) {
    if (!this.draft?.is_unsent() || this.leaves) return
    event.preventDefault()
    const count = this.draft.unsent_sentences()
    if (count === 0) return this.leave(form)
    const wait = make('button', { type: 'button', class: 'govuk-button' }, 'Wait and send')
    const lose = make('button', { type: 'button', class: 'govuk-button govuk-button--warning' }, 'Sign out and lose them')
    const dialog = make('dialog', { class: 'app-dialog', 'aria-labelledby': 'unsent' },
      make('h2', { class: 'govuk-heading-m', id: 'unsent' }, `${count} ${count === 1 ? 'sentence is' : 'sentences are'} only on this phone.`),
      make('div', { class: 'govuk-button-group' }, wait, lose))
    pressed(wait, async () => {
      dialog.close()
      await this.draft.save()
      if (!this.draft.is_unsent()) this.leave(form)
    })
    pressed(lose, () => this.leave(form))
    dialog.addEventListener('close', () => dialog.remove())
    document.body.append(dialog)
    dialog.showModal()
  }

  leave(form) {
    this.leaves = true
    if (this.draft) this.draft.is_leaving = true
    form.submit()
  }
}

export function begin_session(draft) {
  if (document.body.dataset.locksIn) new Session(draft).begin()
}
