"""A second implementation of docs/model.md, from game file to result, written apart from the engine to check it.

Plain dictionaries and numbers, no code of the engine.
"""

import math
from collections import Counter

PRO, TOG, RES = "professionals", "together", "residents"
EVENINGS = {3: 2, 4: 3, 5: 4, 6: 4}


def clip(x):
    return min(1.0, max(0.0, x))


def by(holder, professionals, together, residents):
    return {PRO: professionals, TOG: together, RES: residents}[holder]


def vote(options, otherwise):
    counted = Counter(options)
    most = max(counted.values())
    winners = [option for option, votes in counted.items() if votes == most]
    return winners[0] if len(winners) == 1 else otherwise


# What differs between the rulesets, by the names of docs/model.md (see its page of ruleset 2).
ONE = {
    "O": 0.5, "E": 0.5, "R": 0.2, "T": 0.5, "start": 1.6, "cap": 2.0, "budget": 2.5, "call": 0.8,
    "take": 1.25, "with": 0.15, "sat": 1.5, "need": 0.7, "floor": 0.4, "visit": 0.08, "e_up": 0.2,
    "decay": 0.08, "t_up": 0.25, "pay": 1.3, "pen": (8, 4, 0), "fixed": 1.5, "fixed_q": 0.6, "dent": 0.0, "loss": 0.0,
}  # fmt: skip
TWO = {
    "O": 0.5, "E": 0.45, "R": 0.15, "T": 0.25, "start": 3.8, "cap": 3.8, "budget": 2.2, "call": 2.6,
    "take": 1.45, "with": 0.25, "sat": 1.65, "need": 1.7, "floor": 0.3, "visit": 0.18, "e_up": 0.27,
    "decay": 0.18, "t_up": 0.4, "pay": 1.85, "pen": (12, 6, 0), "fixed": 0.7, "fixed_q": 2.5, "dent": 0.45, "loss": 0.2,
}  # fmt: skip


# ruff: noqa: C901 - the equations in their order read better in one piece.
class Oracle:
    def __init__(self, file):
        self.second = file.get("ruleset", 1) == 2
        self.c = TWO if self.second else ONE
        self.short = file.get("form", "full") == "short"
        self.K = len(file["tasks"])
        K = self.K
        self.O, self.E, self.R = [self.c["O"]] * K, [self.c["E"]] * K, [self.c["R"]] * K
        self.T, self.M = self.c["T"], self.c["start"] * K
        self.holders, self.reqs, self.funding = [TOG] * K, [False] * K, "output"
        self.file = file

    def result(self):
        return {"rounds": [self.round(r) for r in self.file["rounds"]]}

    def agree(self, mun):
        for k in range(self.K):
            self.holders[k] = vote([m["deals"][k]["holder"] for m in mun], self.holders[k])
            self.reqs[k] = vote([m["deals"][k]["requirements"] for m in mun], self.reqs[k])
        self.funding = vote([m["funding"] for m in mun], self.funding)

    def round(self, r):
        K, tasks = self.K, range(self.K)
        mun, pro, res = r["municipality"], r["professionals"], r["residents"]
        self.agree(mun)
        O, E, R, T, M = self.O, self.E, self.R, self.T, self.M
        req = [1 if x else 0 for x in self.reqs]
        h = self.holders
        c = self.c
        budget = c["budget"] * K
        load = 1 + 0.9 * sum(R) / K + c["call"] * sum(max(0, e - 0.5) for e in E) / K
        H = 2.5 * K
        if self.second:
            H = min(H, max(0, budget + M - 0.25 * sum(req)) / load)
        elif M < 0:
            H = min(H, max(0, budget - 0.25 * sum(req) + M / 2) / load)

        def part(seats, key, word, k):
            return sum(1 for s in seats if s[key][k] == word) / len(seats)

        f, w = [], []
        for p in pro:
            wanted = sum({"take_over": 2.5, "together": 2.0, "step_back": 0.0}[a] for a in p["act"])
            factor = 1.0 if wanted <= H else H / wanted
            f.append([factor * (a == "take_over") for a in p["act"]])
            w.append([factor * (a == "together") for a in p["act"]])
        F = [sum(x[k] for x in f) / len(pro) for k in tasks]
        W = [sum(x[k] for x in w) / len(pro) for k in tasks]
        worked = sum(2.5 * sum(f[i]) + 2.0 * sum(w[i]) for i in range(len(pro))) / len(pro)
        J = [part(res, "act", "join", k) for k in tasks]
        C = [part(res, "act", "claim", k) for k in tasks]
        V = [part(mun, "act", "visit", k) for k in tasks]
        I = [part(mun, "act", "inspect", k) for k in tasks]
        B = [part(pro, "act", "step_back", k) for k in tasks]

        q, comp, inc, trouble, share = [], [], [], [], []
        for k in tasks:
            X = J[k] * (0.35 + 0.65 * O[k]) * by(h[k], 0.5, 1, 1) * (1 - 0.6 * R[k])
            X *= 0.75 if req[k] else 1
            S = by(h[k], 0.7, 1, 0.85) * math.sqrt(W[k] * X) * (c["floor"] + (1 - c["floor"]) * T)
            z = c["take"] * by(h[k], 1, 0.95, 0.6) * F[k] * (1 - 0.2 * R[k]) * (1 + 0.1 * I[k])
            z += 0.8 * X + 1.05 * S + c["with"] * W[k]
            hit = k in r.get("setback", [])
            z *= 1 - c["dent"] if hit else 1
            q.append(1 - math.exp(-c["sat"] * z / (1 + c["need"] * (1 - O[k]))))
            comp.append(clip(0.75 * clip(2 * (E[k] - q[k])) + 0.25 * C[k] - 0.15 * I[k] - c["visit"] * V[k]))
            inc.append(hit or r["draws"][k] < 0.05 + 0.4 * (1 - q[k]))
            trouble.append(inc[k] or comp[k] > 0.25)
            hours = 2.5 * F[k] + 2 * W[k]
            share.append(hours / (hours + 2 * J[k]) if hours + 2 * J[k] > 0 else 0.0)
        cost = load * worked + 0.25 * sum(req)

        def response(seat, k):
            return "let_be" if self.short or "respond" not in seat else seat["respond"][k]

        def answered(seats, word, k):
            return sum(response(s, k) == word for s in seats) / len(seats) if trouble[k] else 0.0

        scores = {
            "municipality": [self.municipal(m, comp, inc, trouble, cost, q, response) for m in mun],
            "professionals": [
                self.professional(p, f[i], w[i], q, J, share, trouble, response) for i, p in enumerate(pro)
            ],
            "residents": [self.resident(x, q, trouble, response) for x in res],
        }
        newO, newE, newR = [], [], []
        for k in tasks:
            gua, rep = answered(res, "guarantee", k), answered(res, "repair", k)
            pull = answered(pro, "pull_in", k)
            rule = trouble[k] and answered(mun, "add_rule", k) > 0.5
            consumer = clip(0.6 * F[k] * (1 - J[k]) + 0.2 * req[k] + 0.2 * C[k])
            e = E[k] + c["e_up"] * (1 - E[k]) * consumer - 0.3 * E[k] * J[k] * (1 - F[k])
            newE.append(clip(e + 0.15 * (q[k] - E[k]) + 0.1 * (1 - E[k]) * gua))
            room = by(h[k], 0.5, 1, 1.25) * (0.5 if req[k] else 1) * (1 + 0.2 * B[k])
            o = O[k] + 0.32 * (1 - O[k]) * J[k] * q[k] * room * (1 - 0.95 * F[k])
            o += -0.36 * O[k] * F[k] * (1 - J[k] / 2) - 0.05 * O[k] * req[k]
            o += 0.05 * (1 - O[k]) * V[k] * J[k] + 0.12 * (1 - O[k]) * rep - 0.08 * O[k] * pull
            if rule and inc[k] and h[k] != PRO:
                o *= 0.85
            if inc[k]:
                back, evaluate = answered(mun, "back", k), answered(pro, "evaluate", k)
                o -= c["loss"] * o * (1 - (min(1, 2 * rep) + back + evaluate) / 3)
            newO.append(clip(o))
            b = R[k] * (1 - c["decay"]) + (1 - R[k]) * (0.14 * req[k] + 0.1 * C[k] + 0.06 * I[k] + 0.08 * gua)
            b = b + 0.03 * (1 - b) if self.funding == "result" else b
            b = b - 0.03 * b if self.funding == "trust" else b
            b = b + (1 - b) * 0.2 * (1 if inc[k] else 0.5) if rule else b
            newR.append(clip(b))

        def mean(g):
            return sum(g(k) for k in tasks) / K

        T1 = T + c["t_up"] * (1 - T) * mean(lambda k: W[k] * J[k]) - 0.25 * T * mean(lambda k: comp[k])
        T1 += 0.12 * (1 - T) * mean(lambda k: V[k])
        T2 = T1 + (1 - T1) * (
            0.12 * mean(lambda k: answered(pro, "evaluate", k))
            + 0.12 * mean(lambda k: answered(mun, "back", k))
        )
        T2 -= 0.1 * T1 * mean(lambda k: answered(pro, "pull_in", k))
        self.O, self.E, self.R, self.T = newO, newE, newR, clip(T2)
        self.M = min(c["cap"] * K, M + budget - cost)
        keys = ("holder", "requirements", "quality", "complaints", "incident", "trouble")
        keys += ("ownership", "expectation", "bureaucracy", "professional_share")
        columns = (h, self.reqs, q, comp, inc, trouble, newO, newE, newR, share)
        report = [dict(zip(keys, row, strict=True)) for row in zip(*map(list, columns), strict=True)]
        return {
            "funding": self.funding,
            "cost": cost,
            "reserve": self.M,
            "trust": self.T,
            "hours": H,
            "tasks": report,
            "scores": scores,
        }

    def times(self, seat, word, trouble, response):
        return sum(1 for k in range(self.K) if trouble[k] and response(seat, k) == word)

    def paid(self, seat, word, trouble, response, pay):
        return sum(pay(k) for k in range(self.K) if trouble[k] and response(seat, k) == word)

    def resident(self, seat, q, trouble, response):
        K = self.K
        gap = [max(0, self.E[k] - q[k]) for k in range(K)]
        small = 0.4 * (EVENINGS[K] - seat["act"].count("join"))
        for k in range(K):
            if seat["act"][k] == "claim":
                small += (0.1 if self.reqs[k] else -0.2) + 0.6 * gap[k]
        if self.second:
            small += self.paid(seat, "guarantee", trouble, response, lambda k: 0.5 * (self.E[k] - q[k]))
            small += self.paid(seat, "repair", trouble, response, lambda k: 0.6 * (self.O[k] - 0.5))
        else:
            small += 0.1 * self.times(seat, "guarantee", trouble, response)
            small -= 0.2 * self.times(seat, "repair", trouble, response)
        return 10 * sum(q) / K - 6 * sum(gap) / K + 4 / K * small

    def professional(self, seat, f, w, q, J, share, trouble, response):
        total = 0.0
        for k in range(self.K):
            hours = 2.5 * f[k] + 2 * w[k]
            penalty = by(self.holders[k], *self.c["pen"]) * max(0, 0.65 - q[k])
            theirs = self.holders[k] == RES
            if self.funding == "output":
                total += (0.4 * hours if theirs else self.c["pay"] * 2.5 * f[k] + 0.75 * 2 * w[k]) - penalty
            elif self.funding == "result":
                bonus = 0 if theirs else 5 * max(0, q[k] - 0.65) * share[k]
                total += (0.4 if theirs else 0.6) * hours + bonus - penalty
            else:
                total += self.c["fixed"] + self.c["fixed_q"] * q[k] + 0.12 * max(0, 1 - f[k] - w[k])
            total += 1.3 * w[k] * J[k]
        if self.funding != "trust":
            total += 0.2 * self.times(seat, "pull_in", trouble, response)
        if self.second:
            total += self.paid(seat, "evaluate", trouble, response, lambda k: 0.8 * (J[k] - 0.5))
        else:
            total -= 0.1 * self.times(seat, "evaluate", trouble, response)
        return 4 / self.K * total

    def municipal(self, seat, comp, inc, trouble, cost, q, response):
        K = self.K
        blame = sum(
            by(self.holders[k], 0.4, 0.8, 1.0) * (0.6 if self.reqs[k] else 1) for k in range(K) if inc[k]
        )
        total = 10 - 7 * sum(comp) / K - 4 / K * 0.3 * max(0, cost - self.c["budget"] * K)
        total -= 4 / K * 2.2 * blame
        if self.second:
            paid = {"output": 0.8 * (sum(self.R) / K - 0.2), "result": 1.5 * (sum(q) / K - 0.5)}
            total += paid.get(self.funding, 0.8 * (self.T - 0.6))
            answers = self.paid(seat, "add_rule", trouble, response, lambda k: 0.15 if inc[k] else -0.05)
            answers += self.paid(seat, "back", trouble, response, lambda k: 0.6 * (self.T - 0.6))
        else:
            total += {"output": 0, "result": 0.3, "trust": -0.3}[self.funding]
            answers = 0.15 * self.times(seat, "add_rule", trouble, response)
            answers -= 0.1 * self.times(seat, "back", trouble, response)
        return total + 4 / K * answers
