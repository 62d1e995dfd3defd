# make run    build Gangway and talk to it          make test   build and run every test
# make lint   format and imports, strictly          make bench  measure, beside sqlite3
# make bench-peers   the engine alone, beside networkx, numpy and Taskwarrior where they are installed
# make install PREFIX=/usr/local DESTDIR=           one binary, manual page, shell completions

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift

sources := Package.swift Sources Tests prompts Plugins Benchmarks/Package.swift Benchmarks/Sources Benchmarks/Benchmarks

# A build of its own, because a build that is linked in another way would compile everything again.
static := .build-static
static-flags = $(shell .ci/static-flags)
installed := $(static)/release/gangway
place := $(DESTDIR)$(PREFIX)

.PHONY: run test lint bench bench-peers install uninstall release manual setup

# Everything but the answers goes to the other stream, so that a pipe receives answers only.
run: setup
	@$(SWIFT) build -c release --product gangway </dev/null >&2
	@.build/release/gangway chat --demonstrate-when-silent

test: setup
	$(SWIFT) build --build-tests
	$(SWIFT) test

lint: setup
	$(SWIFT) format lint --strict --recursive $(sources)
	$(SWIFT) build --explicit-target-dependency-import-check error

bench: release
	GANGWAY_BINARY=$(CURDIR)/$(installed) $(SWIFT) package --package-path Benchmarks --disable-sandbox benchmark $(BENCH)

# ITEMS=1000000 for the largest.
ITEMS ?= 100000
measure := $(SWIFT) run --package-path Benchmarks -c release

bench-peers: release
	mkdir -p $(static)/peers
	$(measure) measure-planning $(ITEMS) >$(static)/peers/figures.json
	$(measure) measure-planning $(ITEMS) --edges >$(static)/peers/edges.txt
	$(measure) generate-workspace 10000 >$(static)/peers/workspace.jsonl
	rm -f $(static)/peers/store.db*
	$(installed) import $(static)/peers/workspace.jsonl --store $(static)/peers/store.db >/dev/null
	python3 Benchmarks/Peers/peers.py $(static)/peers/figures.json $(static)/peers/edges.txt $(installed) $(static)/peers/store.db

release: setup
	$(SWIFT) build -c release --product gangway --scratch-path $(static) $(static-flags)

# The program prints its own page, made of the words, the settings and the commands that it holds.
manual: release
	$(installed) manual >$(static)/gangway.1

install: manual
	install -d $(place)/bin $(place)/share/man/man1 $(place)/share/bash-completion/completions
	install -d $(place)/share/zsh/site-functions $(place)/share/fish/vendor_completions.d
	install -m 755 $(installed) $(place)/bin/gangway
	strip $(place)/bin/gangway
	install -m 644 $(static)/gangway.1 $(place)/share/man/man1/
	$(installed) --generate-completion-script bash >$(place)/share/bash-completion/completions/gangway
	$(installed) --generate-completion-script zsh >$(place)/share/zsh/site-functions/_gangway
	$(installed) --generate-completion-script fish >$(place)/share/fish/vendor_completions.d/gangway.fish

uninstall:
	rm -f $(place)/bin/gangway $(place)/share/man/man1/gangway.1
	rm -f $(place)/share/bash-completion/completions/gangway $(place)/share/zsh/site-functions/_gangway
	rm -f $(place)/share/fish/vendor_completions.d/gangway.fish

setup:
	@.ci/setup >&2
