// The saved line, in the words of the design only. Every change is shown; a screen reader is told only when the kind
// of line changes, never at each save.
import { make, pressed } from './talk.js'

export class SavedLine {
  constructor(element) {
    this.element = element
    this.words = element.querySelector('.app-saved__words')
    this.spoken = element.querySelector('[role="status"]')
    this.again = document.querySelector('.app-saved-again') // the same words in a phone's bottom bar, for the eye alone
    this.kind = 'saved'
    this.others = ''
    const time = element.dataset.time
    this.show('saved', time ? `Saved ${time}` : '')
  }

  show(kind, words, ...more) {
    this.words.textContent = words
    this.words.append(...more)
    if (this.again) this.again.textContent = words
    if (kind === 'saved' && this.others) this.words.append(` ${this.others}`)
    this.element.classList.toggle('app-saved--trouble', kind === 'lost' || kind === 'not-saved')
    if (kind !== this.kind) this.spoken.textContent = words
    this.kind = kind
  }

  saving() {
    this.words.textContent = 'Saving'
    if (this.again) this.again.textContent = 'Saving'
  }

  saved(line) {
    const came_back = this.kind === 'lost' || this.kind === 'not-saved'
    if (came_back) this.show('back', `Connected again. ${line}.`)
    else this.show('saved', line)
  }

  lost(since) {
    this.show('lost', `No connection. Kept on this phone since ${since}. Keep writing.`)
  }

  not_saved(all_words, why = '') {
    const copy = make('button', { type: 'button', class: 'app-quiet-button' }, 'Copy all')
    pressed(copy, async () => {
      await navigator.clipboard.writeText(all_words())
      copy.textContent = 'Copied'
    })
    this.show('not-saved', `Not saved.${why && ` ${why}`} Copy your words before you leave.`, ' ', copy)
  }

  also_open(names) {
    this.others = names.length === 0 ? '' : `${names.join(' and ')} ${names.length === 1 ? 'has' : 'have'} this open too.`
  }
}
