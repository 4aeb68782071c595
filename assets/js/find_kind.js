// The long list of what can be written about a child: a box that narrows it by any word of a name or of a heading.
import { make } from './talk.js'

function words_in(element) {
  return element.textContent.trim().toLocaleLowerCase('en-GB')
}

// A heading that is looked for shows all that stands below it.
function narrow(list, wanted) {
  let left = 0
  for (const group of list.querySelectorAll('section')) {
    const is_group = words_in(group.querySelector('h2')).includes(wanted)
    let shown = 0
    for (const kind of group.querySelectorAll('li')) {
      kind.hidden = !is_group && !words_in(kind).includes(wanted)
      shown += kind.hidden ? 0 : 1
    }
    group.hidden = shown === 0
    left += shown
  }
  return left
}

export function begin_find_kind() {
  for (const list of document.querySelectorAll('[data-find-kind]')) {
    const box = make('input', { class: 'govuk-input', id: 'find-kind', type: 'search', autocomplete: 'off', spellcheck: 'false' })
    const spoken = make('p', { class: 'govuk-hint', role: 'status' })
    list.before(make('div', { class: 'app-people-filter' }, make('label', { class: 'govuk-label', for: 'find-kind' }, 'Find in this list'), box, spoken))
    box.addEventListener('input', () => {
      const left = narrow(list, box.value.trim().toLocaleLowerCase('en-GB'))
      spoken.textContent = box.value.trim() === '' ? '' : left === 0 ? 'Nothing here has that word. Try another.' : `${left} of this list`
    })
  }
}
