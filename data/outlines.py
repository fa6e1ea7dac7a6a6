"""Makes outlines_2018.csv out of departements-avec-outre-mer.geojson (see PROVENANCE.md).

A border that two departments share is kept once, as an arc, and simplified once: no gap and no overlap can appear.
Usage: python3 outlines.py departements-avec-outre-mer.geojson > outlines_2018.csv
"""
import heapq
import json
import math
import sys

UNIT = 1000  # units in a degree
METROPOLE = {"fine": 0.5, "island": 7.0}  # km2: least triangle that a point makes; least island
OVERSEAS = {"fine": 0.5, "island": 3.0}
INNER = {"75", "92", "93", "94"}  # drawn larger than the others
KM = 111.195


def rings(geometry):
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [[tuple(p) for p in ring[:-1]] for polygon in polygons for ring in polygon]


def km(p):
    return p[0] * KM * math.cos(math.radians(p[1])), p[1] * KM


def area(points):
    flat = [km(p) for p in points]
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(flat, flat[1:] + flat[:1]))) / 2


def simplified(points, least):
    """Visvalingam: the point that makes the smallest triangle goes first; both ends stay."""
    count = len(points)
    before, after = list(range(-1, count - 1)), list(range(1, count + 1))
    alive, left = [True] * count, count
    keep = 4 if points[0] == points[-1] else 2

    def triangle(i):
        return area([points[before[i]], points[i], points[after[i]]])

    heap = [(triangle(i), i) for i in range(1, count - 1)]
    heapq.heapify(heap)
    known = dict((i, a) for a, i in heap)
    while heap and left > keep:
        size, i = heapq.heappop(heap)
        if not alive[i] or known[i] != size:
            continue
        if size > least:
            break
        alive[i], left = False, left - 1
        a, b = before[i], after[i]
        after[a], before[b] = b, a
        for j in (a, b):
            if 0 < j < count - 1:
                known[j] = max(size, triangle(j))
                heapq.heappush(heap, (known[j], j))
    return [p for p, kept in zip(points, alive) if kept]


def main():
    features = json.load(open(sys.argv[1]))["features"]
    shapes = {}
    for feature in features:
        code = feature["properties"]["code"]
        rule = OVERSEAS if len(code) == 3 else METROPOLE
        all_rings = sorted(rings(feature["geometry"]), key=area, reverse=True)
        shapes[code] = [r for n, r in enumerate(all_rings) if n == 0 or area(r) >= rule["island"]]
    around = {}
    for ring in (r for rs in shapes.values() for r in rs):
        for i, p in enumerate(ring):
            around.setdefault(p, set()).add(frozenset((ring[i - 1], ring[(i + 1) % len(ring)])))
    corners = {p for p, pairs in around.items() if len(pairs) > 1}
    arcs, lines = {}, []
    for code in sorted(shapes):
        least = (OVERSEAS if len(code) == 3 else METROPOLE)["fine"]
        least = 0.15 if code in INNER else least
        parts = []
        for ring in shapes[code]:
            cuts = [i for i, p in enumerate(ring) if p in corners]
            if not cuts:
                low = min(range(len(ring)), key=lambda i: ring[i])
                pieces = [ring[low:] + ring[: low + 1]]
            else:
                turned = ring[cuts[0] :] + ring[: cuts[0] + 1]
                at = [i for i, p in enumerate(turned) if p in corners]
                pieces = [turned[a : b + 1] for a, b in zip(at, at[1:])]
            refs = []
            for piece in pieces:
                key, back = tuple(piece), tuple(reversed(piece))
                if back in arcs and key not in arcs:
                    refs.append(-arcs[back][0])
                    continue
                if key not in arcs:
                    arcs[key] = (len(arcs) + 1, simplified(piece, least))
                refs.append(arcs[key][0])
            parts.append(" ".join(map(str, refs)))
        lines.append(f"department,{code},{';'.join(parts)}")
    print("kind,name,path")
    for number, points in sorted(arcs.values()):
        flat = [(round(x * UNIT), round(y * UNIT)) for x, y in points]
        steps = [flat[0]] + [(b[0] - a[0], b[1] - a[1]) for a, b in zip(flat, flat[1:]) if a != b]
        print(f"arc,{number},{' '.join(f'{x} {y}' for x, y in steps)}")
    print("\n".join(lines))


main()
