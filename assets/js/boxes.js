// The boxes of a form as words: read by name, put back, and found again at the word that was being written.
import { make } from './talk.js'

const carried = ['csrf', 'form_number', 'draft', 'version', 'cursor', 'shows']

// "version" is the draft's; of a visit to several children "version.all" and "version.with.RECORD." are those of its other parts.
const is_carried = (name) => carried.includes(name) || name.startsWith('version.')

const version_fields = (form) => [...form.elements].filter(({ name }) => name === 'version' || name.startsWith('version.'))

export function versions_of(form) {
  return Object.fromEntries(version_fields(form).map(({ name, value }) => [name, value]))
}

export function set_versions(form, versions) {
  for (const field of version_fields(form)) if (versions[field.name] != null) field.value = versions[field.name]
}

// What was written, without what only the form carries; of tick boxes with one name, each value on a line of its own.
export function words_of(form) {
  const words = {}
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || is_carried(name)) continue
    words[name] = name in words ? `${words[name]}\n${value}` : value
  }
  return words
}

// Everything that is posted but the token, which is that of the moment of posting.
export function fields_of(form) {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string' && name !== 'csrf') fields.append(name, value)
  return fields
}

function put_back(form, name, value) {
  const values = value.split('\n')
  for (const box of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
    if (box.type === 'checkbox' || box.type === 'radio') box.checked = values.includes(box.value)
    else box.value = value
  }
}

// All of them: what is not among the words was emptied, or its tick taken away.
export function put_all_back(form, words) {
  for (const name of new Set([...Object.keys(words_of(form)), ...Object.keys(words)])) put_back(form, name, words[name] ?? '')
}

// Boxes that only somebody else changed since `sent`, and that are not being written in here.
export function merge(form, sent, merged) {
  const words = words_of(form)
  for (const [name, value] of Object.entries(merged)) {
    const boxes = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)]
    const mine = words[name] ?? ''
    if (is_carried(name) || boxes.length === 0 || boxes.includes(document.activeElement)) continue
    if (mine === value || mine !== (sent[name] ?? '')) continue
    put_back(form, name, value)
    sent[name] = value
  }
}

// "box:offset" of the word that is being written in, or null.
export function cursor_in(form) {
  const box = document.activeElement
  return box?.form === form && box.name ? `${box.id}:${box.selectionStart ?? 0}` : null
}

// Opened again from the list of drafts, at the word that was being written.
export function return_to_word(form, cursor) {
  const [item, offset] = cursor.split(':')
  const box = item && location.hash === `#${item}` && document.getElementById(item)
  if (!box || box.form !== form) return
  box.before(make('p', { class: 'govuk-hint' }, 'You were here'))
  box.focus()
  if (box.setSelectionRange && Number.isInteger(+offset) && typeof box.selectionStart === 'number') box.setSelectionRange(+offset, +offset)
}
