// The line beside each box for which the policy gives a length, as the server counted its words with the last save.
export function show_lengths(lines) {
  for (const [box, line] of Object.entries(lines ?? {})) {
    const place = document.getElementById(`${box}-length`)
    if (place && place.textContent !== line) place.textContent = line
  }
}
