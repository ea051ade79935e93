"""Commands that report: gaps, ledger, dossier, compare, audit."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from lianpu import pipeline
from lianpu.cli import printing
from lianpu.cli.audit_table import audit_table
from lianpu.cli.compare_table import comparison_table
from lianpu.cli.gap_table import gap_report
from lianpu.cli.help import command, option
from lianpu.cli.language import language_of
from lianpu.cli.shell import file_option, form_of, form_option, kg_option, lang_option, output, say, write
from lianpu.messages import Language
from lianpu.papers.audit_report import audit_report
from lianpu.papers.compare_report import compare_report
from lianpu.papers.ledger_report import ledger_report, ledger_sheet
from lianpu.queries.audit import COLUMNS as AUDITED
from lianpu.queries.compare import COLUMNS as COMPARED
from lianpu.queries.labels import translated
from lianpu.queries.ledger import LEDGERS
from lianpu.queries.records import COLUMNS, GapReport

GAP_FORMS = ("table", "csv", "md", "html", "docx", "xlsx", "json")
DOSSIER_FORMS = ("md", "html", "docx", "xlsx", "json")
LEDGER_FORMS = ("table", "csv", "md", "json", "xlsx")
_FILES = ("md", "html", "docx", "xlsx")
_BINARY = ("docx", "xlsx")


@command()
@kg_option
@option("--region", required=True, help="region_required")
@option("--chain", help="chain_all")
@form_option(GAP_FORMS)
@file_option
@lang_option
@option("--atlas", metavar="FILE", help="gaps_atlas")
def gaps(
    kg: Path, region: str, chain: str | None, form: str | None, out: Path | None, lang: str | None, atlas: str | None
) -> None:
    """Report missing links.

    lianpu gaps --region 济宁市 --chain 工程机械
    lianpu gaps --region 济宁市 --chain 工程机械 -o 工程机械.docx
    lianpu gaps --region 济宁市 -o report.html --atlas atlas.html
    lianpu gaps --region 东昌府区 -f csv
    """
    chosen = form_of(form, out, GAP_FORMS, _BINARY)
    if atlas is not None and chosen != "html":
        raise click.UsageError(say("atlas_for_pages"))
    graph, language = pipeline.open(kg), language_of(lang)
    if chosen in _FILES:
        write(out, graph.report(region, chain, language=language, atlas=atlas or "").data(chosen))
        return
    report = graph.gaps(region, chain)
    with output(out):
        if chosen == "json":
            printing.as_json(report)
        elif chosen == "csv":
            _csv(report, cast("Language | None", lang))
        else:
            gap_report(report, language)


def _csv(report: GapReport, language: Language | None) -> None:
    rows = report.rows()
    if language is None:
        printing.as_csv(COLUMNS, printing.flat(rows, COLUMNS))
    else:
        worded = [translated(row, language) for row in rows]
        printing.as_csv(tuple(worded[0]), [list(row.values()) for row in worded])


@command()
@kg_option
@click.argument("name", type=click.Choice(LEDGERS))
@option("--region", help="region_all")
@option("--industry", help="ledger_industry")
@option("--year", type=int, help="ledger_year")
@form_option(LEDGER_FORMS)
@file_option
@lang_option
def ledger(
    kg: Path,
    name: str,
    region: str | None,
    industry: str | None,
    year: int | None,
    form: str | None,
    out: Path | None,
    lang: str | None,
) -> None:
    """Keep a ledger.

    lianpu ledger targets --region 济宁市 --year 2025
    lianpu ledger recruits --region 济宁市 --industry 工程机械 -o 招引名录.xlsx
    """
    chosen = form_of(form, out, LEDGER_FORMS, _BINARY)
    found = pipeline.open(kg).ledger(name, region=region, industry=industry, year=year)
    language = language_of(lang)
    if chosen in _FILES:
        write(out, ledger_report(found, language).data(chosen))
        return
    sheet = ledger_sheet(found, language, narrow=chosen == "table")
    with output(out):
        if chosen == "json":
            printing.as_json(found.rows)
        elif chosen == "csv" and lang is None:
            printing.as_csv(found.columns, printing.flat(found.rows, found.columns))
        else:
            printing.listing(chosen, sheet.columns, sheet.rows)


@command()
@kg_option
@option("--region", required=True, help="region_required")
@option("--chain", required=True, help="chain_required")
@form_option(DOSSIER_FORMS)
@file_option
@lang_option
def dossier(kg: Path, region: str, chain: str, form: str | None, out: Path | None, lang: str | None) -> None:
    """Put a chain in a region on a few pages.

    lianpu dossier --region 东昌府区 --chain 轴承 -o 轴承.docx
    """
    chosen = form_of(form, out, DOSSIER_FORMS, _BINARY)
    graph = pipeline.open(kg)
    found = graph.dossier(region, chain)
    if chosen == "json":
        with output(out):
            printing.as_json(found)
    else:
        write(out, graph.print_dossier(found, language=language_of(lang)).data(chosen))


@command()
@kg_option
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@option("--chain", help="chain_all")
@form_option(GAP_FORMS)
@file_option
@lang_option
def compare(kg: Path, left: str, right: str, chain: str | None, form: str | None, out: Path | None, lang: str | None) -> None:
    """Compare two regions.

    lianpu compare 济宁市 东昌府区
    lianpu compare 济宁市 莱芜区 --chain 工程机械 -o 对照.docx
    """
    chosen, language = form_of(form, out, GAP_FORMS, _BINARY), language_of(lang)
    found = pipeline.open(kg).compare(left, right, chain)
    if chosen in _FILES:
        write(out, compare_report(found, language).data(chosen))
        return
    with output(out):
        if chosen == "json":
            printing.as_json(found)
        elif chosen == "csv":
            printing.as_csv(COMPARED, printing.flat(found.rows(), COMPARED))
        else:
            comparison_table(found, language)


@command()
@kg_option
@form_option(GAP_FORMS)
@file_option
@lang_option
def audit(kg: Path, form: str | None, out: Path | None, lang: str | None) -> None:
    """Look for what is amiss.

    lianpu audit --kg kg
    lianpu audit -o audit.docx
    """
    chosen, language = form_of(form, out, GAP_FORMS, _BINARY), language_of(lang)
    found = pipeline.open(kg).audit()
    if chosen in _FILES:
        write(out, audit_report(found, language).data(chosen))
        return
    with output(out):
        if chosen == "json":
            printing.as_json(found)
        elif chosen == "csv":
            printing.as_csv(AUDITED, printing.flat(found.rows(), AUDITED))
        else:
            audit_table(found, language)


COMMANDS = (gaps, ledger, dossier, compare, audit)
