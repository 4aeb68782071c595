// Tables of invented children with notes of about 1,200 letters, two children a family, as docs/formats/import.md has them.
//   node bench/invented_children.mjs FOLDER CHILDREN NOTES-A-CHILD
import { createWriteStream, mkdirSync } from 'node:fs'
const [folder, children, notes] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const table = (name, columns) => { const file = createWriteStream(`${folder}/${name}.csv`); file.write(columns + '\r\n'); return file }
const people = table('ssd_person', 'pers_person_id,pers_record,pers_forename,pers_surname,pers_dob')
const family = table('ssd_family', 'fami_family_id,fami_person_id')
const work = table('ssd_cin_episodes', 'cine_referral_id,cine_person_id,cine_referral_date')
const written = table('case_notes', 'note_id,note_person_id,note_date,note_type,note_text,note_author,note_author_role,note_written_on')
const day = (from, at) => new Date(Date.UTC(from, 0, 1) + at * 86400000).toISOString().slice(0, 10)
const letters = (at) => [...at.toString(26)].map((sign) => String.fromCharCode(97 + parseInt(sign, 26))).join('')
const sentence = 'You said that the ""shed"" leaks, and how the rain came in over the bikes. '
for (let child = 0; child < +children; ++child) {
  people.write(`P${child},Y,Ada${letters(child)},Fenn${letters(child >> 1)},${day(2010, (child * 7) % 4000)}\r\n`)
  family.write(`F${child >> 1},P${child}\r\n`)
  work.write(`R${child},P${child},2024-03-01\r\n`)
  for (let note = 0; note < +notes; ++note)
    written.write(`N${child}-${note},P${child},${day(2024, (note * 9) % 900).split('-').reverse().join('/')},Home visit,"Note ${note}.\r\n${sentence.repeat(16)}",Joan Pike,Social Worker,${day(2024, (note * 9) % 900 + 1)}\r\n`)
}
