"""Works out what it can from what was published, with an integer programme solver. Knows nothing of how the figures were chosen.

It knows every count that was shown, which counts are sums of which, that no count is below 0, and that what is enrolled so far
only grows: since the last release by a number of persons that is a count of its own. Of what is counted over a time it knows that it is the
sum of its months, whether those were told or not, and it wants to know of each.
"""

import highspy
import numpy as np


class World:
    """All cells an audience has ever been told of, and the sums they stand in."""

    def __init__(self):
        self.truth, self.told, self.place, self.rows, self.last = [], [], {}, [], {}

    def cell(self, name, truth, told):
        if name not in self.place:
            self.place[name] = len(self.truth)
            self.truth.append(truth)
            self.told.append(told)
        return self.place[name]

    def read(self, figures, shown):
        """Takes in a release: for each cell its count, or None."""
        for (name, truth), told in zip(figures.counts.items(), shown):
            assert told is None or told == truth, f"{name} is {truth} and was published as {told}"
            self.cell(name, truth, told)
        for total, parts in figures.sums:
            self.rows.append([(self.place[total], 1), *((self.place[part], -1) for part in parts)])
        for name, series in figures.grows.items():
            now, before = self.place[name], self.last.get(series)
            if before is not None:
                growth = self.cell(f"growth of {name}", self.truth[now] - self.truth[before], None)
                self.rows.append([(now, 1), (before, -1), (growth, -1)])
            self.last[series] = now

        for name, (series, months) in figures.over.items():
            cells = [self.cell(f"{series} of month {month}", figures.of_month[series, month], None) for month in months]
            self.rows.append([(self.place[name], 1), *((cell, -1) for cell in cells)])

    def hidden_small(self, below):
        return [cell for cell, told in enumerate(self.told) if told is None and 1 <= self.truth[cell] < below]

    def opened(self, below):
        """The small counts of which the attacker learns that they are not 0, or that they are below the bound."""
        return [
            (name, self.truth[cell], least, most)
            for part in self.parts(self.hidden_small(below))
            for name, cell, least, most in part.ranges(below)
            if least > 0 or most < below
        ]

    def parts(self, cells):
        """What hangs together by sums over unknown counts is looked at together, and nothing else with it."""
        rows_of = {}
        for at, row in enumerate(self.rows):
            for cell, _ in row:
                if self.told[cell] is None:
                    rows_of.setdefault(cell, []).append(at)
        seen = set()
        for cell in cells:
            if cell in seen:
                continue
            members, rows, open_ = {cell}, set(), [cell]
            while open_:
                for row in rows_of.get(open_.pop(), []):
                    if row not in rows:
                        rows.add(row)
                        more = {c for c, _ in self.rows[row] if self.told[c] is None} - members
                        members |= more
                        open_.extend(more)
            seen |= members
            yield Part(self, sorted(members), sorted(rows), [c for c in cells if c in members])


class Part:
    def __init__(self, world, members, rows, asked):
        self.world, self.asked = world, asked
        self.column = {cell: at for at, cell in enumerate(members)}
        self.names = {place: name for name, place in world.place.items()}
        self.rows = []
        for row in rows:
            moving = [(self.column[c], f) for c, f in world.rows[row] if c in self.column]
            known = sum(f * world.told[c] for c, f in world.rows[row] if c not in self.column)
            self.rows.append((moving, -known))

    def ranges(self, below):
        solver = new_solver()
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.column), len(self.rows)
        lp.col_cost_ = np.zeros(lp.num_col_)
        lp.col_lower_ = np.zeros(lp.num_col_)
        lp.col_upper_ = np.full(lp.num_col_, highspy.kHighsInf)
        lp.row_lower_ = lp.row_upper_ = np.array([known for _, known in self.rows], dtype=float)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.cumsum([0, *(len(row) for row, _ in self.rows)])
        lp.a_matrix_.index_ = np.array([c for row, _ in self.rows for c, _ in row], dtype=int)
        lp.a_matrix_.value_ = np.array([f for row, _ in self.rows for _, f in row], dtype=float)
        solver.passModel(lp)
        # Whole tables already met: a cell that was seen at 0 or at the bound need not be asked of again.
        least, most = {}, {}
        for cell in self.asked:
            column = self.column[cell]
            for down in (True, False):
                if (least.get(cell, 1) == 0) if down else (most.get(cell, 0) >= below):
                    continue
                values = self.extreme(solver, lp, column, down, below)
                for other in self.asked:
                    value = values[self.column[other]]
                    least[other] = min(least.get(other, value), value)
                    most[other] = max(most.get(other, value), value)
            yield self.names[cell], cell, least[cell], most[cell]

    def extreme(self, solver, lp, column, down, below):
        """A whole table in which the cell is as small as can be, or as large (from the bound on it does not matter how large)."""
        solver.changeColCost(column, 1.0 if down else -1.0)
        if not down:
            solver.changeColBounds(column, 0, below)
        self.run(solver)
        values = np.array(solver.getSolution().col_value)
        if np.abs(values - values.round()).max() > 1e-6:
            kinds = highspy.HighsVarType
            every = np.arange(lp.num_col_, dtype=np.int32)
            solver.changeColsIntegrality(lp.num_col_, every, np.full(lp.num_col_, kinds.kInteger))
            self.run(solver)
            values = np.array(solver.getSolution().col_value)
            solver.changeColsIntegrality(lp.num_col_, every, np.full(lp.num_col_, kinds.kContinuous))
        solver.changeColCost(column, 0.0)
        solver.changeColBounds(column, 0, highspy.kHighsInf)
        values = values.round().astype(int)
        assert (values >= 0).all() and all(sum(f * values[c] for c, f in row) == known for row, known in self.rows)
        return values

    def run(self, solver):
        solver.run()
        status = solver.getModelStatus()
        assert status == highspy.HighsModelStatus.kOptimal, f"the attacker's solver ends with {status}"


def new_solver():
    solver = highspy.Highs()
    solver.silent()
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("mip_abs_gap", 0.0)
    return solver


def two_a_line(figures, below):
    """The naive rule, attacked as the control: withhold small counts, and in each sum with one withheld count a second."""
    shown = {key: None if 1 <= count < below else count for key, count in figures.counts.items()}
    changed = True
    while changed:
        changed = False
        for total, parts in figures.sums:
            line = [total, *parts]
            if sum(shown[key] is None for key in line) == 1:
                others = [key for key in line if shown[key] is not None]
                shown[min(others, key=lambda key: (figures.counts[key], key))] = None
                changed = True
    return list(shown.values())


def fewest(figures, below):
    """The fewest cells besides the small counts with which each of those can be 0 and can reach the bound, by integer programme.

    A way from the true table to another is a difference for each cell; a shown cell has none. Differences may be fractions and
    are bounded from above well beyond any need, so that the figure is at most the true fewest.
    """
    keys = list(figures.counts)
    at = {key: n for n, key in enumerate(keys)}
    truth = [figures.counts[key] for key in keys]
    small = [n for n, count in enumerate(truth) if 1 <= count < below]
    others = [n for n in range(len(keys)) if n not in small]
    if not small:
        return 0
    solver, reach = new_solver(), 4.0 * below
    solver.setOptionValue("time_limit", 20.0)
    hidden = {n: solver.addBinary() for n in others}
    for goal in small:
        for upwards in (True, False):
            move = [solver.addVariable(-min(count, reach), reach) for count in truth]
            for total, parts in figures.sums:
                solver.addConstr(move[at[total]] - sum(move[at[part]] for part in parts) == 0)
            for n in others:
                solver.addConstr(move[n] - reach * hidden[n] <= 0)
                solver.addConstr(move[n] + min(truth[n], reach) * hidden[n] >= 0)
            if upwards:
                solver.addConstr(move[goal] >= below - truth[goal])
            else:
                solver.addConstr(move[goal] <= -truth[goal])
    solver.minimize(sum(hidden.values()))
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return round(solver.getInfo().objective_function_value)
