"""Solves the planner's model outside of it, with the same solver: from the file that `retrofit model` writes, and built
by a modeling layer (PuLP) from the same data. Prints one JSON object with what it took.

    stacks.py --install                   exit 0 if the packages are there, or could be installed beside the build
    stacks.py --file MODEL.lp GAP SECONDS
    stacks.py --data DATA.json GAP SECONDS
"""

import json
import math
import os
import subprocess
import sys
import time
from collections import defaultdict

BESIDE = os.path.join("target", "bench-python")
sys.path.append(BESIDE)
PACKAGES = ["highspy", "pulp"]


def install():
    try:
        for package in PACKAGES:
            __import__(package)
    except ImportError:
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--target", BESIDE, *PACKAGES]
        sys.exit(subprocess.call(command))


def told(build, solve, objective, gap):
    print(json.dumps({"build_seconds": build, "solve_seconds": solve, "objective": objective, "gap_pct": gap * 100}))


def solve_file(path, gap, seconds):
    import highspy

    highs = highspy.Highs()
    for name, value in options(gap, seconds).items():
        highs.setOptionValue(name, value)
    begun = time.perf_counter()
    highs.readModel(path)
    read = time.perf_counter()
    highs.run()
    info = highs.getInfo()
    told(read - begun, time.perf_counter() - read, info.objective_function_value, info.mip_gap)


def options(gap, seconds):
    """As the planner calls the solver."""
    return {
        "output_flag": False,
        "threads": 1,
        "parallel": "off",
        "random_seed": 0,
        "mip_rel_gap": gap,
        "mip_abs_gap": 1e-7,
        "time_limit": seconds,
    }


def in_service(units, policy):
    """Equal boards that still run when their policy's failures are taken."""
    if policy == "N":
        return units
    if policy.startswith("N+"):
        return max(units - int(policy[2:]), 0)
    if policy == "2N":
        return units // 2
    if policy == "2(N+1)":
        return max(units // 2 - 1, 0)
    if policy.startswith("block "):
        return units - math.ceil(units / (int(policy[6:].split(":")[0]) + 1))
    systems = int(policy.split("N")[0])
    return units - math.ceil(units / systems) if units >= systems else 0


def goes_round(on, boards, units, bank):
    running = in_service(on["units"], boards["policy"])
    if bank["most"] <= 0 or on["units"] == 0 or running < 1:
        return True
    each, left = divmod(units["units"], on["units"])
    spare = 1 if bank["policy"] != "N" and running >= on["units"] else 0
    carried = max(each - spare, 0) * units["capacity"]
    return left == 0 and carried >= bank["most"] / running * (1 - 1e-9) and each * units["amps"] <= on["amps"]


def solve_data(path, gap, seconds):
    import pulp

    data = json.load(open(path))
    begun = time.perf_counter()
    model = pulp.LpProblem("plan", pulp.LpMinimize)
    banks = data["banks"]
    build = [[pulp.LpVariable(f"x_{i}_{c}", cat="Binary") for c in range(len(b["candidates"]))] for i, b in enumerate(banks)]
    index = {bank["id"]: i for i, bank in enumerate(banks)}
    supply(model, banks, build, index)
    boards(model, data, banks, build)
    start = {task["node"]: pulp.LpVariable(f"t_{task['node']}", lowBound=0) for task in data["tasks"]}
    model.setObjective(money(data, banks, build) + dates(model, data, banks, build, index, start))
    built = time.perf_counter()
    solver = pulp.HiGHS(msg=False, **{k: v for k, v in options(gap, seconds).items() if k != "output_flag"})
    model.solve(solver)
    ended = time.perf_counter()
    told(built - begun, ended - built, pulp.value(model.objective), model.solverModel.getInfo().mip_gap)


def supply(model, banks, build, index):
    import pulp

    net = defaultdict(list)
    for bank, binaries in zip(banks, build):
        model += pulp.lpSum(binaries) == 1
        for x, candidate in zip(binaries, bank["candidates"]):
            net[bank["id"]].append((x, candidate["usable"]))
            for draw in candidate["draws"]:
                net[f"{draw['place']}.{draw['service']}"].append((x, -draw["amount"]))
            for cover in candidate["covers"]:
                net[f"{cover['place']}.{cover['service']}"].append((x, cover["amount"]))
    for name, terms in net.items():
        if name in index:
            bank = banks[index[name]]
            size = bank["fixed"] if bank["fixed"] > 0 else max([c["usable"] for c in bank["candidates"]] + [1.0])
            model += pulp.LpAffineExpression([(x, amount / size) for x, amount in terms]) >= bank["fixed"] / size


def boards(model, data, banks, build):
    import pulp

    dealt = {"critical_power"} | ({"standby_power", "transfer_switches"} if data["generators_carry_all"] else set())
    for board, xs in zip(banks, build):
        if board["service"] != "low_voltage_power":
            continue
        for other, ys in zip(banks, build):
            if other["place"] != board["place"]:
                continue
            for y, candidate in zip(ys, other["candidates"]):
                clash = []
                for x, on in zip(xs, board["candidates"]):
                    fault, rated = candidate["fault_current_ka"], on["interrupting_rating_ka"]
                    weak = other["service"] == "transformation" and fault and rated is not None and rated < fault
                    odd = other["service"] in dealt and on["on_boards"] and candidate["on_boards"]
                    if weak or (odd and not goes_round(on["on_boards"], board, candidate["on_boards"], other)):
                        clash.append(x)
                if clash:
                    model += pulp.lpSum(clash) + y <= 1


def money(data, banks, build):
    import pulp

    factor = (1 + data["soft_share"]) / 1e6
    terms = [(x, c["cost"]["likely"] * factor) for b, xs in zip(banks, build) for x, c in zip(xs, b["candidates"])]
    return pulp.LpAffineExpression(terms)


def dates(model, data, banks, build, index, start):
    import pulp

    length = {task["node"]: weeks(task, banks, build, index) for task in data["tasks"]}
    for link in data["links"]:
        earlier, later = start[link["from"]], start[link["to"]]
        if link["kind"] in ("FS", "FF"):
            earlier = earlier + length[link["from"]]
        if link["kind"] in ("FF", "SF"):
            later = later + length[link["to"]]
        model += later - earlier >= link["lag"]
    ready, lost = {}, pulp.LpAffineExpression()
    for task in data["tasks"]:
        if task["not_before"] is not None:
            model += start[task["node"]] >= task["not_before"]
        if task["makes_ready"]:
            ready[task["hall"]] = pulp.LpVariable(f"ready_{task['hall']}", lowBound=0)
            model += ready[task["hall"]] >= start[task["node"]] + length[task["node"]]
            lost += ready[task["hall"]] * ((task["week_usd"] or 0) / 1e6)
    for task in data["tasks"]:
        if task["stops_mining"] and task["hall"]:
            weekly = task["mining_mw"] * max(data["margin_usd_per_mwh"], 0) * 168 / 1e6
            lost += (ready[task["hall"]] - start[task["node"]]) * weekly
    return lost


def weeks(task, banks, build, index):
    import pulp

    if task["kind"] == "fixed" or task["bank"] is None:
        return task["weeks"]
    bank = index[task["bank"]]
    terms = [(x, c[task["kind"]]["likely"]) for x, c in zip(build[bank], banks[bank]["candidates"]) if c["parts"]]
    return pulp.LpAffineExpression(terms)


if __name__ == "__main__":
    way = sys.argv[1]
    if way == "--install":
        install()
    else:
        solve = {"--file": solve_file, "--data": solve_data}[way]
        solve(sys.argv[2], float(sys.argv[3]), float(sys.argv[4]))
