"""The registry of rules: complete, in order, each with its pages of the manual."""

from __future__ import annotations

import inspect
import pkgutil
import re
from importlib import import_module

from auditreport.checks import RULES, manual, rules


def test_codes_are_unique_and_in_order():
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"AR\d{3}", code) for code in codes)


def test_every_rule_of_every_module_is_registered():
    registered = {rule.find for rule in RULES}
    for module in pkgutil.iter_modules(rules.__path__):
        if module.name == "choosing":
            continue
        found = import_module(f"auditreport.checks.rules.{module.name}")
        for name, function in inspect.getmembers(found, inspect.isfunction):
            if function.__module__ == found.__name__ and "ko: " in (function.__doc__ or ""):
                assert function in registered, name


def test_every_rule_has_a_page_in_both_languages():
    for page in manual():
        assert page.name.ko, page.code
        assert page.name.en[0].isupper(), page.code
        assert re.search("[가-힣]", page.manual.ko), page.code
        assert page.manual.en.endswith("."), page.code
