// Checks our checkpoints and proofs with other people's code: golang.org/x/mod's sumdb/note and sumdb/tlog. Reads the
// files that outside_test.cpp wrote into the folder it is given; prints a line for each thing that holds.
package main

import (
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func read(name string) string {
	text, err := os.ReadFile(filepath.Join(os.Args[1], name))
	must(err)
	return string(text)
}

func must(err error) {
	if err != nil {
		fmt.Println("refused:", err)
		os.Exit(1)
	}
}

func number(text string) int64 {
	n, err := strconv.ParseInt(strings.TrimSpace(text), 10, 64)
	must(err)
	return n
}

func hash(text string) (h tlog.Hash) {
	raw, err := base64.StdEncoding.DecodeString(text)
	must(err)
	if copy(h[:], raw) != len(h) || len(raw) != len(h) {
		must(fmt.Errorf("a hash has %d bytes", len(raw)))
	}
	return h
}

func hashes(name string) (out []tlog.Hash) {
	for _, line := range strings.Fields(read(name)) {
		out = append(out, hash(line))
	}
	return out
}

// The three lines of a checkpoint, after its signature was found to be good.
func checkpoint(name string) (size int64, root tlog.Hash) {
	verifier, err := note.NewVerifier(strings.TrimSpace(read("verifier")))
	must(err)
	opened, err := note.Open([]byte(read(name)), note.VerifierList(verifier))
	must(err)
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		must(fmt.Errorf("%s is not three lines of %s", name, verifier.Name()))
	}
	return number(lines[1]), hash(lines[2])
}

func main() {
	older, olderRoot := checkpoint("older")
	newer, newerRoot := checkpoint("newer")
	fmt.Println("checkpoints hold:", older, newer)
	leaf := tlog.RecordHash([]byte(read("header")))
	must(tlog.CheckRecord(hashes("inclusion"), newer, newerRoot, number(read("number")), leaf))
	fmt.Println("inclusion holds")
	must(tlog.CheckTree(hashes("consistency"), newer, newerRoot, older, olderRoot))
	fmt.Println("consistency holds")
}
