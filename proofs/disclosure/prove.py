"""Attacks what the disclosure control lets out, and prints what was found beside what was promised. Ends badly where it is not kept."""

import argparse
import json
import statistics
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor

from attacker import World, fewest, two_a_line
from tables import any_table, sequence, small_table, year

BELOW = 5
MOST_MILLISECONDS = 200
MOST_TIMES_FEWEST = 1.25


class Control:
    """The program under attack: figures in, what may be shown out, a line of JSON each."""

    def __init__(self, program):
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        assert self.process.wait() == 0

    def judge(self, figures, **how):
        print(json.dumps(figures.as_asked(BELOW, **how)), file=self.process.stdin, flush=True)
        told = json.loads(self.process.stdout.readline())
        assert len(told["shown"]) == len(figures.counts)
        return told, told["milliseconds"]


def secondary(figures, shown):
    return sum(told is None and not 1 <= count < BELOW for told, count in zip(shown, figures.counts.values()))


def attack(figures, shown):
    world = World()
    world.read(figures, shown)
    return len(world.hidden_small(BELOW)), world.opened(BELOW)


def tables(program, seeds):
    found = []
    with Control(program) as control:
        for seed in seeds:
            figures, kind = any_table(seed)
            told, milliseconds = control.judge(figures, forget=True)
            small, opened = attack(figures, told["shown"])
            _, naive = attack(figures, two_a_line(figures, BELOW))
            found.append(
                {
                    "seed": seed,
                    "kind": kind,
                    "cells": len(figures.counts),
                    "small": small,
                    "opened": opened,
                    "naive": len(naive),
                    "secondary": secondary(figures, told["shown"]),
                    "milliseconds": milliseconds,
                    "unproven": int(told["is_unproven"]),
                    "releases": 1,
                    "narrowed": len(told["narrowed"]),
                }
            )
    return found


def sequences(program, seeds):
    return followed(program, seeds, sequence)


def years(program, seeds):
    return followed(program, seeds, year)


def followed(program, seeds, releases):
    found = []
    with Control(program) as control:
        for seed in seeds:
            world, naive, slowest, unproven, printed, shown_cells, narrowed = World(), World(), 0.0, 0, 0, 0, set()
            for month, figures in enumerate(releases(seed)):
                told, milliseconds = control.judge(figures, forget=month == 0)
                world.read(figures, told["shown"])
                naive.read(figures, two_a_line(figures, BELOW))
                slowest = max(slowest, milliseconds)
                unproven += told["is_unproven"]
                narrowed |= set(told["narrowed"])
                printed += len(told["shown"])
                shown_cells += sum(count is not None for count in told["shown"])
            found.append(
                {
                    "seed": seed,
                    "small": len(world.hidden_small(BELOW)),
                    "opened": [cell for cell in world.opened(BELOW) if cell[0] not in narrowed],
                    "naive": len(naive.opened(BELOW)),
                    "milliseconds": slowest,
                    "unproven": unproven,
                    "releases": month + 1,
                    "narrowed": len(narrowed),
                    "printed": printed,
                    "shown": shown_cells,
                }
            )
    return found


def fewest_cells(program, seeds):
    found = []
    with Control(program) as control:
        for seed in seeds:
            figures = small_table(seed)
            told, _ = control.judge(figures, forget=True)
            best = fewest(figures, BELOW)
            if best is not None:
                found.append((secondary(figures, told["shown"]), best))
    return found


def spread(pool, work, program, count, workers):
    seeds = range(count)
    parts = [pool.submit(work, program, seeds[at :: workers * 4]) for at in range(workers * 4)]
    return [result for part in parts for result in part.result()]


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("program")
    asked.add_argument("--tables", type=int, default=500)
    asked.add_argument("--sequences", type=int, default=50)
    asked.add_argument("--small", type=int, default=100)
    asked.add_argument("--workers", type=int, default=2)
    asked = asked.parse_args()
    failures = []

    def line(what, value, is_kept=True):
        print(f"  {'ok  ' if is_kept else 'FAIL'} {what}: {value}", flush=True)
        if not is_kept:
            failures.append(what)

    with ProcessPoolExecutor(asked.workers) as pool:
        one = spread(pool, tables, asked.program, asked.tables, asked.workers)
        many = spread(pool, sequences, asked.program, asked.sequences, asked.workers)
        so_far = spread(pool, years, asked.program, asked.sequences, asked.workers)
        best = spread(pool, fewest_cells, asked.program, asked.small, asked.workers)

    kinds = {}
    for table in one:
        kinds[table["kind"]] = kinds.get(table["kind"], 0) + 1
    print(f"{len(one)} tables ({', '.join(f'{n} {kind}' for kind, n in sorted(kinds.items()))}), n from 10 to 1,000")
    report(line, one)
    times = sorted(table["milliseconds"] for table in one)
    line("milliseconds of the processor a table, median", f"{statistics.median(times):.1f}")
    line(f"milliseconds of the processor a table, most (at most {MOST_MILLISECONDS})", f"{times[-1]:.1f}", times[-1] <= MOST_MILLISECONDS)

    for what, runs in ("of 12 monthly releases", many), ("of 12 releases of the year so far, some with months or quarters beside", so_far):
        print(f"{len(runs)} sequences {what}, to one audience")
        report(line, runs)
        line("cells printed, and shown", f"{sum(r['printed'] for r in runs)}, {sum(r['shown'] for r in runs)}")
        times = sorted(run["milliseconds"] for run in runs)
        median = statistics.median(times)
        line(f"milliseconds for the slowest release of each, median (at most {MOST_MILLISECONDS})", f"{median:.1f}", median <= MOST_MILLISECONDS)
        line("  the same, most", f"{times[-1]:.1f}")

    needed = [(chosen, fewest) for chosen, fewest in best if fewest > 0]
    ratios = [chosen / fewest for chosen, fewest in needed]
    print(f"{len(best)} small tables, {len(needed)} of which need more than the small counts withheld")
    median = statistics.median(ratios)
    line(f"cells withheld besides, times the fewest, median (at most {MOST_TIMES_FEWEST})", f"{median:.2f}", median <= MOST_TIMES_FEWEST)
    line("  the same in sum, and at most", f"{sum(c for c, _ in needed) / sum(f for _, f in needed):.2f}, {max(ratios):.2f}")
    line("none needed and some withheld", sum(chosen > 0 for chosen, fewest in best if fewest == 0))

    if failures:
        print(f"{len(failures)} promises not kept", file=sys.stderr)
    return 1 if failures else 0


def report(line, found):
    opened = [(result["seed"], *cell) for result in found for cell in result["opened"]]
    line("small counts attacked", sum(result["small"] for result in found), any(result["small"] for result in found))
    line("of them recovered or narrowed inside 0 to 5 (none may)", len(opened), not opened)
    for seed, name, truth, least, most in opened[:5]:
        print(f"       seed {seed}: {name} is {truth}, known to be {least} to {most}")
    naive = sum(result["naive"] for result in found)
    line('the same attack on the rule "two withheld per line", which opens many (the control)', naive, naive > 0)
    narrowed = sum(result["narrowed"] for result in found)
    # A quarter that nobody had asked for yet can be known in part from years so far: that is said, and nothing more is told of it.
    small = sum(result["small"] for result in found)
    line("said to be known in part from earlier releases (at most 1 in 1,000)", narrowed, narrowed * 1000 <= small)
    unproven, releases = sum(result["unproven"] for result in found), sum(result["releases"] for result in found)
    line(f"releases of {releases} with everything withheld, for want of a proof (at most 1 in 100)", unproven, unproven * 100 <= releases)


if __name__ == "__main__":
    sys.exit(main())
