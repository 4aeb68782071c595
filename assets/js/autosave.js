// Keeps the form in any state within three seconds of the last key: on the server, or, while the line is lost, sealed
// on this device until it comes back. What is sent and answered is told in src/web/html/draft.h.
import { Due } from './due.js'
import { Findings } from './findings.js'
import { forget, keep, kept } from './kept.js'
import { SavedLine } from './saved_line.js'
import { LostLine, clock_time, csrf, make, post } from './talk.js'

const rest = 1500 // milliseconds after the last key
const longest = 8000 // and while somebody writes on without a rest
const carried = ['csrf', 'form_number', 'draft', 'version', 'cursor']

class Draft {
  constructor(form) {
    this.form = form
    this.line = new SavedLine(document.getElementById('saved-line'))
    this.findings = new Findings(form, () => this.touched())
    this.due = new Due()
    this.is_changed = false
    this.is_sending = false
    this.is_leaving = false
    this.lost_since = null
    this.waits = 5
    this.sent = this.words()
    this.locked = () => {}
    this.renewed = () => {}
  }

  begin() {
    this.form.addEventListener('input', () => this.touched())
    this.form.addEventListener('change', () => this.touched())
    this.form.addEventListener('submit', (event) => this.submitted(event))
    window.addEventListener('online', () => this.save())
    window.addEventListener('pagehide', () => this.leave())
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.leave()
      else if (this.is_lost()) this.save()
    })
    this.return_to_word()
    this.take_back_kept()
  }

  field(name) {
    return this.form.elements.namedItem(name)
  }

  value(name) {
    return this.field(name)?.value ?? ''
  }

  // The draft's number, or before there is one the form's: both random.
  name() {
    return this.value('draft') || this.value('form_number') || this.form.dataset.save
  }

  // What was written, without what only the form carries.
  words() {
    const words = {}
    for (const [name, value] of new FormData(this.form)) {
      if (typeof value !== 'string' || carried.includes(name)) continue
      words[name] = name in words ? `${words[name]}\n${value}` : value
    }
    return words
  }

  is_lost() {
    return this.lost_since !== null
  }

  is_unsent() {
    return this.is_changed || this.is_lost()
  }

  touched() {
    this.is_changed = true
    this.first_touch ??= Date.now()
    this.findings.typed()
    clearTimeout(this.timer)
    const left = Math.max(0, this.first_touch + longest - Date.now())
    this.timer = setTimeout(() => this.save(), Math.min(rest, left))
  }

  fields() {
    const box = document.activeElement
    if (box?.form === this.form && box.name && this.field('cursor')) this.field('cursor').value = `${box.id}:${box.selectionStart ?? 0}`
    const fields = new URLSearchParams()
    for (const [name, value] of new FormData(this.form)) if (typeof value === 'string') fields.append(name, value)
    fields.set('csrf', csrf())
    return fields
  }

  async save() {
    clearTimeout(this.timer)
    if (this.is_leaving || this.is_locked || this.is_sending || !this.is_unsent()) return
    this.is_sending = true
    this.is_changed = false
    this.first_touch = null
    const sent = this.words()
    const slow = setTimeout(() => { if (!this.is_lost()) this.line.saving() }, 1000)
    try {
      const { status, body } = await post(this.form.dataset.save, this.fields())
      clearTimeout(slow)
      await this.answered(status, body, sent)
    } catch (error) {
      clearTimeout(slow)
      if (!(error instanceof LostLine)) throw error
      await this.lost()
    } finally {
      this.is_sending = false
      if (this.is_changed && !this.is_lost()) this.touched()
    }
  }

  async answered(status, body, sent) {
    if (status === 200) return this.saved(body, sent)
    this.is_changed = true
    if (status === 401) {
      await this.keep_here()
      return this.locked()
    }
    this.is_changed = false // trying the same again would be refused again; the next key tries anew
    this.line.not_saved(() => this.all_words())
  }

  async saved(body, sent) {
    this.sent = sent
    this.lost_since = null
    this.waits = 5
    if (body.draft && body.draft !== this.value('draft')) this.made(body)
    if (body.version != null) this.field('version').value = body.version
    this.line.also_open(body.others ?? [])
    this.line.saved(body.saved_line ?? `Saved ${clock_time()}`)
    this.merge(body.merged ?? {})
    this.propose(body.proposed ?? {})
    if (body.differences) this.tell_differences(body)
    this.findings.found(body.findings ?? [])
    this.due.update(body.due)
    this.renewed(body)
    await forget(this.name()).catch(() => {})
  }

  // The first word made a draft: from now on the page is the draft's.
  made(body) {
    forget(this.name()).catch(() => {})
    this.field('draft').value = body.draft
    if (body.offline_key) this.form.dataset.offlineKey = body.offline_key
    if (!body.save) return
    this.form.dataset.save = body.save
    history.replaceState(history.state, '', body.save)
  }

  // What is proposed and not asked follows what was said: its line, with its reason.
  propose(proposed) {
    for (const [item, words] of Object.entries(proposed)) {
      const line = document.getElementById(`proposed-${item}`)
      if (line && line.textContent !== words) line.textContent = words
    }
  }

  // Boxes that only somebody else changed, and that are not being written in here.
  merge(merged) {
    const words = this.words()
    for (const [name, value] of Object.entries(merged)) {
      const boxes = [...this.form.querySelectorAll(`[name="${CSS.escape(name)}"]`)]
      const mine = words[name] ?? ''
      if (carried.includes(name) || boxes.length === 0 || boxes.includes(document.activeElement)) continue
      if (mine === value || mine !== (this.sent[name] ?? '')) continue
      this.put_back(name, value)
      this.sent[name] = value
    }
  }

  tell_differences(body) {
    if (document.getElementById('differences')) return
    const who = (body.others ?? []).join(' and ') || 'Somebody else'
    const link = make('a', { class: 'govuk-link', href: body.differences }, 'See both')
    const notice = make('div', { class: 'app-difference', id: 'differences', role: 'status' }, `You and ${who} both wrote here. Nothing is lost. `, link)
    this.form.prepend(notice)
  }

  async keep_here() {
    const key = this.form.dataset.offlineKey
    if (!key) return false
    try {
      await keep(this.name(), key, { words: this.words(), version: this.value('version'), at: Date.now() })
      return true
    } catch {
      return false
    }
  }

  async lost() {
    this.lost_since ??= clock_time()
    if (await this.keep_here()) this.line.lost(this.lost_since)
    else this.line.not_saved(() => this.all_words())
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.save(), this.waits * 1000)
    this.waits = Math.min(30, this.waits * 1.5)
  }

  // Words from before the line was lost or the page was closed go back into their boxes, and on to the server.
  async take_back_kept() {
    const key = this.form.dataset.offlineKey
    const found = key && await kept(this.name(), key).catch(() => null)
    if (!found) return
    for (const [name, value] of Object.entries(found.words)) this.put_back(name, value)
    if (found.version) this.field('version').value = found.version
    this.lost_since = clock_time(new Date(found.at))
    this.line.lost(this.lost_since)
    this.save()
  }

  put_back(name, value) {
    const boxes = this.form.querySelectorAll(`[name="${CSS.escape(name)}"]`)
    const values = value.split('\n')
    for (const box of boxes) {
      if (box.type === 'checkbox' || box.type === 'radio') box.checked = values.includes(box.value)
      else box.value = value
    }
  }

  leave() {
    if (this.is_leaving || this.is_locked || !this.is_changed) return
    const fields = this.fields()
    this.keep_here()
    if (fields.toString().length < 60000) post(this.form.dataset.save, fields, { keepalive: true }).catch(() => {})
  }

  submitted(event) {
    if (this.is_lost()) {
      event.preventDefault()
      this.say_at(event.submitter, 'Sign when you are connected.')
      this.save()
      return
    }
    this.is_leaving = true
    clearTimeout(this.timer)
    // Back from the next page, the form saves again.
    window.addEventListener('pageshow', () => { this.is_leaving = false }, { once: true })
  }

  say_at(button, words) {
    document.getElementById('wait-for-line')?.remove()
    const notice = make('p', { class: 'govuk-body', id: 'wait-for-line', role: 'status' }, words)
    if (button) button.after(notice)
    else this.form.append(notice)
  }

  // Opened again from the list of drafts, at the word that was being written.
  return_to_word() {
    const [item, offset] = this.value('cursor').split(':')
    const box = item && location.hash === `#${item}` && document.getElementById(item)
    if (!box || box.form !== this.form) return
    box.before(make('p', { class: 'govuk-hint' }, 'You were here'))
    box.focus()
    if (box.setSelectionRange && Number.isInteger(+offset) && typeof box.selectionStart === 'number') box.setSelectionRange(+offset, +offset)
  }

  all_words() {
    return Object.values(this.words()).join('\n\n')
  }

  // How many sentences are here alone: told before signing out.
  unsent_sentences() {
    const sentences = (words) => Object.values(words).join('\n').split(/(?<=[.!?])\s+|\n+/).filter((one) => one.trim())
    const sent = new Set(sentences(this.sent))
    return sentences(this.words()).filter((one) => !sent.has(one)).length
  }

  lock() {
    this.is_locked = true
    if (this.is_changed) this.keep_here()
  }

  unlock() {
    this.is_locked = false
    this.is_changed = true
    this.save()
  }
}

export function begin_autosave(form) {
  const draft = new Draft(form)
  draft.begin()
  return draft
}
