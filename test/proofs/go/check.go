// Checks a checkpoint, a receipt and a consistency proof with the packages of Go's own checksum database.
// Reads JSON from standard input and prints "ok", or what is wrong, for each of the three; ends with 1 where one is wrong.
package main

import (
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type input struct {
	Key         string
	Checkpoint  string
	Earlier     string
	Receipt     string
	Leaf        string
	Consistency []string
}

func open(text, key string) (tlog.Tree, error) {
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return tlog.Tree{}, err
	}
	signed, err := note.Open([]byte(text), note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(signed.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	hash, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: hash}, err
}

func hashes(lines []string) ([]tlog.Hash, error) {
	var result []tlog.Hash
	for _, line := range lines {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return nil, err
		}
		result = append(result, hash)
	}
	return result, nil
}

func checkReceipt(in input) error {
	head, checkpoint, _ := strings.Cut(in.Receipt, "\n\n")
	lines := strings.Split(head, "\n")
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	if err != nil {
		return err
	}
	proof, err := hashes(lines[2:])
	if err != nil {
		return err
	}
	tree, err := open(checkpoint, in.Key)
	if err != nil {
		return err
	}
	leaf, err := hex.DecodeString(in.Leaf)
	if err != nil {
		return err
	}
	hash, err := tlog.ParseHash(base64.StdEncoding.EncodeToString(leaf))
	if err != nil {
		return err
	}
	return tlog.CheckRecord(proof, tree.N, tree.Hash, index, hash)
}

func checkConsistency(in input) error {
	older, err := open(in.Earlier, in.Key)
	if err != nil {
		return err
	}
	newer, err := open(in.Checkpoint, in.Key)
	if err != nil {
		return err
	}
	proof, err := hashes(in.Consistency)
	if err != nil {
		return err
	}
	return tlog.CheckTree(proof, newer.N, newer.Hash, older.N, older.Hash)
}

func say(what string, err error) bool {
	if err != nil {
		fmt.Printf("%s: %v\n", what, err)
		return false
	}
	fmt.Printf("%s: ok\n", what)
	return true
}

func main() {
	var in input
	if err := json.NewDecoder(os.Stdin).Decode(&in); err != nil {
		fmt.Println(err)
		os.Exit(2)
	}
	_, err := open(in.Checkpoint, in.Key)
	isSigned := say("checkpoint", err)
	isIncluded := say("receipt", checkReceipt(in))
	isConsistent := say("consistency", checkConsistency(in))
	if !isSigned || !isIncluded || !isConsistent {
		os.Exit(1)
	}
}
