"""Reasons why an input could not be read, as the readers give them in English → the reader's language.

The readers know no catalogue; what they say is listed here once more, so that it can be translated. A test
compares the list with the code.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from auditreport.render.messages import N_

# What belongs at a place of a file of words.
KINDS = (N_("a table"), N_("a list"), N_("a word in quotes"), N_("a number"), N_("true or false"))

REASONS = (
    # Of a file of words; the places in it come first.
    N_("{place}: nothing can be added here"),
    N_("{place}: this is {known} already, and cannot be changed"),
    N_("{place}: there is no such table or list; here are {names}"),
    N_("{place}: each entry has a {key}, which is one of {names}"),
    N_("{place}: {word} is a word of {entry} already"),
    N_("{place}: {word} is no word"),
    N_("{place}: {key} is missing in a new entry"),
    N_("{place}: a code of {count} digits belongs here"),
    N_("{place}: a number from 1 on belongs here"),
    N_("{place}: {kind} belongs here"),
    N_("{place}: {code} is the code of no local government"),
    N_("this is no TOML ({error})"),
    N_("this is no UTF-8 text"),
    N_("there is no file {file} to add to"),
    N_("something was read without these words"),
    N_("a library that reads it cannot be loaded"),
    N_("{scheme}:// wants the Python package {package}"),
    N_("it cannot be reached ({error})"),
    N_("the bytes are no text in UTF-8, UTF-16 or CP949"),
    N_("the file cannot be opened"),
    N_("the file crashed its reader"),
    N_("the file holds binary data, not text"),
    N_("the file is built to harm its reader and was not opened"),
    N_("the file is damaged ({error})"),
    N_("the file is empty"),
    N_("the file is larger than {size} MB"),
    N_("the file may not be read"),
    N_("the file unpacks to more than {size} MiB"),
    N_("the folder may not be read"),
    N_("the HWP file is damaged"),
    N_("the HWPML file is damaged"),
    N_("the HWPX file is damaged"),
    N_("the web page is damaged"),
    N_("there is no such file"),
    N_("there is no file in this folder that can be read"),
    N_("this HWP file is encrypted for its owner"),
    N_("this HWP file is locked with a password"),
    N_("this HWPX file is locked with a password"),
    N_("this is a folder"),
    N_("this is {what}, which is not read"),
    N_("reading it needs more than {size} MiB of memory"),
    N_("reading it took longer than {seconds} seconds"),
    N_("working on it took longer than {seconds} seconds"),
    N_("a part of the PDF unfolds to more than {size} MiB"),
    N_("page {page} of the PDF is damaged"),
    N_("the PDF has no page"),
    N_("the PDF has {pages} pages, more than the {most} that are read"),
    N_("the PDF is damaged or cut off"),
    N_("the PDF needs a password"),
    N_("the password does not open the PDF"),
    N_("all workers that were to read it died"),
    # Of a Dask cluster.
    N_("--no-sandbox reads in this process"),
    N_("a worker has {package} {theirs} and not {ours}"),
    N_("its workers have no auditreport ({error})"),
    N_("no Dask scheduler answers there"),
    N_("the cluster has workers of its own"),
    N_("the connection to the scheduler was lost"),
    N_("the packages that talk to it are not installed"),
    N_("the scheduler has no workers"),
    N_("this is no address of a Dask scheduler, or one with TLS and without keys"),
    N_("this is a store, which only some commands read"),
    # Of stores.
    N_("a query is one statement"),
    N_("a store is a file on this machine"),
    N_("another ingest is writing to the store"),
    N_("another process is using the store"),
    N_("it holds reports that another version read"),
    N_("the disk is full"),
    N_("the memory does not suffice"),
    N_("the query answers with a time of some time zone"),
    N_("the query cannot be answered ({error})"),
    N_("the store cannot be used"),
    N_("the store is damaged"),
    N_("the store is of a newer version"),
    N_("the store is of an older version"),
    N_("the store may not be written"),
    N_("there is no such folder"),
    N_("there is no such store"),
    N_("this database is no store of auditreport"),
    N_("this is no store"),
    # Last, since it fits the others, too.
    N_("{where} is damaged"),
)
FORMATS = (
    N_("a PDF file"),
    N_("an HWP 5 file"),
    N_("an HWPX file"),
    N_("an HWP 3 file"),
    N_("an HWPML file"),
    N_("a web page"),
    N_("an old Word, Excel or PowerPoint file"),
    N_("a Word file"),
    N_("an Excel file"),
    N_("a PowerPoint file"),
    N_("an OpenDocument file"),
    N_("an RTF file"),
    N_("an OLE file of an unknown kind"),
    N_("a ZIP archive"),
    N_("an archive"),
    N_("a picture"),
)
NEXT_STEPS = (
    N_("it takes {names}"),
    N_("mend that line"),
    N_("name them before the first report"),
    N_("save it as UTF-8"),
    N_("see docs/vocabulary.md for the form"),
    N_("ask for another copy"),
    N_("ask the office that issued it for an open copy"),
    N_("check its permissions"),
    N_("check that it is the report"),
    N_("check the address"),
    N_("check that it runs, and start again"),
    N_("check the file or convert it"),
    N_("check the password"),
    N_("check the path"),
    N_("fetch the file again"),
    N_("fetch the file again, or print it to a new PDF"),
    N_("give one such as tcp://host:8786"),
    N_("give them more memory, or read it without --scheduler"),
    N_("install the same version on them"),
    N_("install the same versions on all machines"),
    N_("leave --workers out"),
    N_("leave one of the two out"),
    N_("give it with --password, or pass a copy without one"),
    N_("open it in Hangul and save it again"),
    N_("open it in Hangul and save it as HWPX, HWP 5 or PDF"),
    N_("open it in Hangul, save it again and pass that file"),
    N_("open it in Hangul, take the password off and pass the saved file"),
    N_("open it in the program that made it, save it again and pass that file"),
    N_("pass a folder that holds reports"),
    N_("pass a part of it"),
    N_("pass a part of it, or raise the limit with --max-memory"),
    N_("pass a part of it, or raise the limit with --max-size"),
    N_("pass a part of it, or raise the limit with --max-seconds"),
    N_("pass the files in it"),
    N_("print it to a new PDF and pass that file"),
    N_("run pip install {package}"),
    N_("run auditreport doctor, or raise the limit with --max-memory"),
    N_("run pip install 'auditreport[dask]'"),
    N_("save it again from the browser and pass that file"),
    N_("save it as PDF and pass that file"),
    N_("save the report again and pass that file"),
    N_("save the report as PDF, HWP or HWPX and pass that file"),
    N_("save the report as text, PDF, HWP or HWPX and pass that file"),
    N_("scan the report into a PDF and pass that file"),
    N_("split it"),
    N_("start one with dask scheduler, or check the address"),
    N_("start some with dask worker {address}"),
    N_("unpack it and pass the files in it"),
    # Of stores.
    N_("add ::TIMESTAMP to it"),
    N_('auditreport sql "SHOW TABLES" lists the tables, "DESCRIBE facts" the columns of one'),
    N_("check its permissions, or name another one with --store"),
    N_("close other programs and run the command again"),
    N_("make it first"),
    N_("make one with auditreport ingest"),
    N_("make room and run the command again; nothing that was written before is lost"),
    N_("name a file for the store"),
    N_("name another file with --store"),
    N_("pass the reports themselves"),
    N_("put it aside and run auditreport ingest again"),
    N_("run auditreport ingest on it first"),
    N_("update auditreport"),
    N_("wait for it to end, or wait longer with --wait"),
)
# What the operating system says when it refuses to write.
REFUSALS = (
    N_("it is closed"),
    N_("it holds other files, which would be lost"),
    N_("File too large"),
    N_("File name too long"),
    N_("Is a directory"),
    N_("No space left on device"),
    N_("No such file or directory"),
    N_("Not a directory"),
    N_("Permission denied"),
    N_("Read-only file system"),
)


def translated(reason: str, translate: Callable[[str], str]) -> str:
    """A reason, a next step or a refusal in the reader's language; one that is not listed comes back in English."""
    for template in (*REASONS, *NEXT_STEPS, *REFUSALS):
        match = _pattern(template).fullmatch(reason)
        if match is not None:
            gaps = {name: translate(word) for name, word in match.groupdict().items()}
            return translate(template).format(**gaps) if gaps else translate(template)
    return reason


@cache
def _pattern(template: str) -> re.Pattern[str]:
    parts = re.split(r"\{([a-z]+)\}", template)
    return re.compile("".join(f"(?P<{p}>.+)" if i % 2 else re.escape(p) for i, p in enumerate(parts)))
