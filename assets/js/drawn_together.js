// Drawing with the family where the line comes and goes: a press without a line is kept on this phone, sealed, and goes when there
// is a line again, in the order of the presses. With a line, and without script, the form is posted as any other.
import { forget, keep, kept } from './kept.js'
import { csrf, make } from './talk.js'

const random_number = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

// Any answer at all is a line; asked of a page that tells of no child.
async function has_line() {
  if (!navigator.onLine) return false
  try {
    await fetch('/help', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(5000) })
    return true
  } catch {
    return false
  }
}

class DrawnTogether {
  constructor(form) {
    this.form = form
    this.name = `drawing ${new URL(form.action).pathname}`
    this.key = form.dataset.offlineKey
    this.line = make('div', { role: 'status', class: 'govuk-inset-text', hidden: true })
    form.before(this.line)
    form.addEventListener('submit', (event) => this.submitted(event))
    window.addEventListener('online', () => this.send_kept())
    this.send_kept()
  }

  async waiting() {
    return (await kept(this.name, this.key).catch(() => null)) ?? { presses: [] }
  }

  async submitted(event) {
    if (this.is_posting) return
    event.preventDefault()
    const submitter = event.submitter
    if (await has_line()) {
      this.is_posting = true
      return this.form.requestSubmit(submitter)
    }
    const press = [...new FormData(this.form, submitter)].filter(([name]) => name !== 'csrf')
    const { presses } = await this.waiting()
    try {
      await keep(this.name, this.key, { presses: [...presses, { press, says: this.words_of(submitter) }] })
    } catch {
      return this.tell('No connection, and this phone cannot keep it. Stay on this page and press again when there is a connection.')
    }
    this.form.elements.namedItem('form_number').value = random_number()
    this.form.elements.namedItem('name').value = ''
    await this.tell_kept()
  }

  words_of(submitter) {
    const name = this.form.elements.namedItem('name').value.trim()
    return submitter?.value.startsWith('add:') && name ? `${name}, ${submitter.textContent.trim().toLowerCase()}` : submitter?.textContent.trim()
  }

  async tell_kept() {
    const { presses } = await this.waiting()
    const all = presses.map((one) => one.says).join('; ')
    if (!presses.length) return this.tell('Undone. Nothing more is kept on this phone.')
    this.tell(`No connection. Kept on this phone: ${all}. It is drawn when there is a connection again.`)
    const undo = make('button', { type: 'button', class: 'govuk-button govuk-button--secondary' }, `Undo ${presses.at(-1).says}`)
    undo.addEventListener('click', () => this.undo_last())
    this.line.append(make('br'), undo)
  }

  // What has not gone yet is taken out again before anybody knows of it.
  async undo_last() {
    if (this.is_sending) return
    const { presses } = await this.waiting()
    await keep(this.name, this.key, { presses: presses.slice(0, -1) })
    await this.tell_kept()
    this.form.elements.namedItem('name').focus()
  }

  tell(words) {
    this.line.hidden = false
    this.line.textContent = words
  }

  // One after another; one that is refused goes back into the form, with what is to be done in the answer's own words.
  async send_kept() {
    if (this.is_sending) return
    this.is_sending = true
    try {
      let { presses } = await this.waiting()
      const had = presses.length
      for (; presses.length; presses = presses.slice(1)) {
        const body = new URLSearchParams(presses[0].press)
        body.set('csrf', csrf())
        const answer = await fetch(this.form.action, { method: 'POST', body, cache: 'no-store' })
        if (!answer.redirected && answer.status !== 422) return this.tell_kept()
        if (!new URL(answer.url).pathname.includes('/genogram')) return this.tell_kept() // signed out: it waits for its writer
        if (answer.status === 422) {
          await keep(this.name, this.key, { presses: presses.slice(1) })
          return this.give_back(presses[0], await answer.text())
        }
        await keep(this.name, this.key, { presses: presses.slice(1) })
      }
      if (had) {
        await forget(this.name)
        location.assign(`${new URL(this.form.action).pathname}?done=drawn`)
      }
    } catch {
      await this.tell_kept()
    } finally {
      this.is_sending = false
    }
  }

  give_back({ press, says }, page) {
    const refused = new DOMParser().parseFromString(page, 'text/html').querySelector('.govuk-error-summary__list')?.textContent.trim()
    for (const [name, value] of press) {
      const field = this.form.elements.namedItem(name)
      if (field && 'value' in field && name !== 'form_number' && name !== 'then') field.value = value
    }
    this.tell(`This was kept on this phone and could not be drawn: ${says}. ${refused ?? ''}`)
  }
}

export function begin_drawn_together() {
  const form = document.querySelector('form[data-offline-key] .app-draw__form')?.closest('form')
  if (form && window.isSecureContext) new DrawnTogether(form)
}
