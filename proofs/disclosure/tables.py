"""Invented figures: tables of one to three dimensions with margins and subtotals, linked tables, twelve months of releases."""

import calendar
import itertools
import random


class Figures:
    """Counts by key, and which are sums of which."""

    def __init__(self):
        self.counts = {}
        self.sums = []
        self.grows = {}
        # What adds up over time: of a cell its series and the months it counts over; and the true count of every month so far.
        self.over = {}
        self.of_month = {}

    def add(self, key, count):
        assert self.counts.setdefault(key, count) == count, key

    def table(self, name, dimensions, leaf):
        """A dimension is a list of (label, labels of its parts); a label without parts is a category."""
        trees = [dict(dimension) for dimension in dimensions]

        def categories(tree, label):
            return [label] if not tree[label] else [c for part in tree[label] for c in categories(tree, part)]

        for labels in itertools.product(*trees):
            under = itertools.product(*(categories(tree, label) for tree, label in zip(trees, labels)))
            self.add(key(name, labels), sum(leaf[cell] for cell in under))
            for at, (tree, label) in enumerate(zip(trees, labels)):
                if tree[label]:
                    parts = [key(name, labels[:at] + (part,) + labels[at + 1 :]) for part in tree[label]]
                    self.sums.append((key(name, labels), parts))

    def as_asked(self, below, audience="", forget=False):
        return {
            "below": below,
            "cells": list(self.counts.items()),
            "sums": self.sums,
            "grows": list(self.grows.items()),
            "adds_up": [[cell, series] for cell, (series, _) in self.over.items()],
            "audience": audience,
            "forget": forget,
        }


def key(name, labels):
    """A cell that is total in every dimension but some is the same cell in every table of those dimensions."""
    kept = [label for label in labels if not label.endswith("*")]
    return " ".join([name, *kept]) if kept else name


def dimension(letter, size, chance):
    """Categories under a total; with four or more, now and then a subtotal between."""
    names = [f"{letter}{n}" for n in range(size)]
    total = f"{letter}*"
    if size >= 4 and chance.random() < 0.3:
        inner = names[: chance.randint(2, size - 2)]
        subtotal = f"{letter}-sub"
        return [(total, [subtotal, *names[len(inner) :]]), (subtotal, inner), *((name, []) for name in names)]
    return [(total, names), *((name, []) for name in names)]


def spread(n, dimensions, chance):
    """n persons over the categories, unevenly, as people are."""
    leaves = list(itertools.product(*([label for label, parts in dimension if not parts] for dimension in dimensions)))
    weights = [chance.expovariate(1) ** chance.choice([1, 2]) for _ in leaves]
    leaf = dict.fromkeys(leaves, 0)
    for cell in chance.choices(leaves, weights=weights, k=n):
        leaf[cell] += 1
    return leaf


SIZES = {1: (2, 12), 2: (2, 7), 3: (2, 4)}


def dimensions_of(count, chance, largest=None):
    least, most = SIZES[count]
    return [dimension(letter, chance.randint(least, largest or most), chance) for letter in "abc"[:count]]


def any_table(seed):
    """One report: a table, or two or three that share their total and perhaps a margin."""
    chance = random.Random(seed)
    n = round(10 * 100 ** chance.random())
    figures = Figures()
    kind = chance.choice([1, 2, 2, 3, "linked"])
    if kind != "linked":
        dimensions = dimensions_of(kind, chance)
        figures.table("n", dimensions, spread(n, dimensions, chance))
        return figures, f"{kind} dimensions"
    a, b, c = dimensions_of(3, chance)
    leaf = spread(n, [a, b, c], chance)
    pairs = chance.choice([[(0, 1), (0, 2)], [(0, 1), (1, 2)], [(0, 1), (0, 2), (1, 2)]])
    for pair in pairs:
        flat = {}
        for cell, count in leaf.items():
            at = tuple(cell[place] for place in pair)
            flat[at] = flat.get(at, 0) + count
        figures.table("n", [[a, b, c][place] for place in pair], flat)
    return figures, "linked"


def small_table(seed):
    """Small enough that the fewest cells can be found."""
    chance = random.Random(seed)
    n = round(10 * 20 ** chance.random())
    kind = chance.choice([1, 2, 2])
    dimensions = dimensions_of(kind, chance, largest={1: 8, 2: 4}[kind])
    figures = Figures()
    figures.table("n", dimensions, spread(n, dimensions, chance))
    return figures


def sequence(seed):
    """Twelve months to one audience: those enrolled so far (which only grow) and those attached on the day, by the same groups."""
    chance = random.Random(seed)
    dimensions = dimensions_of(chance.choice([1, 1, 2]), chance, largest=4)
    places = list(itertools.product(*([label for label, parts in dimension if not parts] for dimension in dimensions)))
    weights = [chance.expovariate(1) + 0.05 for _ in places]
    so_far = dict.fromkeys(places, 0)
    busy = chance.uniform(1, 12)
    for month in range(1, 13):
        for place in chance.choices(places, weights=weights, k=round(chance.expovariate(1 / busy))):
            so_far[place] += 1
        figures = Figures()
        figures.table(f"enrolled {month}", dimensions, so_far)
        for cell in list(figures.counts):
            figures.grows[cell] = cell.replace(f"enrolled {month}", "enrolled")
        on_the_day = {place: chance.randint(count // 2, count) for place, count in so_far.items()}
        figures.table(f"attached {month}", dimensions, on_the_day)
        # Of all enrolled so far some are attached on the day and the rest have ended.
        enrolled, attached = f"enrolled {month}", f"attached {month}"
        figures.add(f"ended {month}", figures.counts[enrolled] - figures.counts[attached])
        figures.sums.append((enrolled, [attached, f"ended {month}"]))
        yield figures


def year(seed):
    """Twelve months to one audience, each with the year so far; in some sequences with the month or the quarter too: what came, by groups."""
    chance = random.Random(seed)
    beside = chance.choice(["nothing", "months", "quarters"])
    groups = dimension("a", chance.randint(2, 6), chance)
    places = [label for label, parts in groups if not parts]
    weights = [chance.expovariate(1) + 0.05 for _ in places]
    busy = chance.uniform(2, 25)
    came = []
    for month in range(1, 13):
        leaf = {(place,): 0 for place in places}
        for place in chance.choices(places, weights=weights, k=round(chance.expovariate(1 / busy))):
            leaf[(place,)] += 1
        came.append(leaf)
        spans = [(1, month)]
        if beside == "months":
            spans.append((month, month))
        if beside == "quarters" and month % 3 == 0:
            spans.append((month - 2, month))
        figures = Figures()
        for first, last in dict.fromkeys(spans):
            over = range(first, last + 1)
            table = Figures()
            table.table("n", [groups], {cell: sum(came[m - 1][cell] for m in over) for cell in leaf})
            when = f"2015-{first:02}-01..2015-{last:02}-{calendar.monthrange(2015, last)[1]}"
            for name, count in table.counts.items():
                figures.add(f"{name} {when}", count)
                figures.over[f"{name} {when}"] = (name, over)
            figures.sums += [(f"{total} {when}", [f"{part} {when}" for part in parts]) for total, parts in table.sums]
        for m, counts in enumerate(came, 1):
            table = Figures()
            table.table("n", [groups], counts)
            figures.of_month.update({(name, m): count for name, count in table.counts.items()})
        yield figures
