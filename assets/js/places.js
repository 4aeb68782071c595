// Where in a box a finding is: the server counts bytes of UTF-8, a box counts units of UTF-16.

export function units_of(text, bytes) {
  let units = 0
  for (const letter of text) {
    if (bytes <= 0) break
    const code = letter.codePointAt(0)
    bytes -= code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    units += letter.length
  }
  return units
}

// {start, end} in the box's own units, or null when those words stand there no longer.
export function place_of(finding, box) {
  if (!box || typeof box.value !== 'string' || !finding.words) return null
  const start = units_of(box.value, finding.start)
  const end = start + finding.words.length
  if (box.value.slice(start, end) === finding.words) return { start, end }
  const found = box.value.indexOf(finding.words)
  return found < 0 ? null : { start: found, end: found + finding.words.length }
}

export function show_words(finding, box) {
  const place = place_of(finding, box)
  box.focus()
  if (place) box.setSelectionRange(place.start, place.end)
}

// Where words stood that are gone, by the words before them; the end of the box where these are gone too.
export function place_after(before, start, text) {
  if (text.slice(Math.max(0, start - before.length), start) === before) return start
  const found = before ? text.lastIndexOf(before) : -1
  return found < 0 ? text.length : found + before.length
}

// The sentence that the cursor is in: what is still being written is left alone.
export function sentence_at(text, cursor) {
  const before = text.slice(0, cursor)
  const after = text.slice(cursor)
  const start = Math.max(...['. ', '! ', '? ', '\n'].map((mark) => before.lastIndexOf(mark) + (mark === '\n' ? 1 : 2)), 0)
  const stop = after.search(/[.!?](\s|$)|\n/)
  return { start: before.trim() === '' ? 0 : start, end: stop < 0 ? text.length : cursor + stop + 1 }
}
