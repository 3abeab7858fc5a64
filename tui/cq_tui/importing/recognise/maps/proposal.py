"""A proposed mapping: what it rests on, and what is still open in it."""

from collections.abc import Mapping as Table
from collections.abc import Sequence
from dataclasses import dataclass, field

from cq_tui.importing.recognise.maps.asked import Question, joined
from cq_tui.importing.recognise.maps.mapping import Mapping
from cq_tui.language import N_, _
from cq_tui.values.clean import clean_line
from cq_tui.values.reasons import Code, Reason


class Evidence(Code):
    """What a proposal rests on."""

    KNOWN_WORD = N_("the header says {field}")
    ENDS_IN_WORD = N_("the header has a word for {field} among others")
    POSSIBLE_WORD = N_("the header can mean {field}")
    PUBLISHED = N_("the header says when it was published, which may be later than when it was signed")
    CELLS_READ = N_("{read} of {filled} cells read as {what}")
    HEADER_COUNTS = N_('the header says "{said}"')
    TITLE_COUNTS = N_('"{cell}" stands above the list')
    UNIT_COLUMN = N_("the column {column} says the unit of each row")
    DAY_BELOW = N_(
        "{count} of {filled} cells hold a day below the amount, such as {day}: the amount is read, and {setting} reads "
        "the day"
    )
    NO_UNIT = N_(
        "{count} cells name no unit, such as {cell}, where others do: they are left as remarks, and {setting} counts "
        "them in {unit}"
    )
    CURRENCY_COLUMN = N_("the column {column} says the currency of each row")
    OTHER_CURRENCIES = N_(
        "the header says {currency}, {count} of {filled} cells of {column} another; {setting} takes all for {currency}"
    )
    CELLS_NAME = N_("{currency} in {count} of {filled} cells")
    CELLS_SAY = N_("other cells say {currency}")
    DOLLARS_OF_HEADER = N_("$ beside a unit is taken for US dollars; {setting} would take it for another")
    OF_COUNTRY = N_("the column {column} says {country}")
    OF_ADDRESSES = N_("web addresses of {country}: {count}")
    DAYS_OF_STAGES = N_("columns of dates say when each stage was reached")
    NO_DOLLARS = N_("none of the countries in {column} has dollars of its own")
    CHINESE_DOLLARS = N_("$ in a Chinese list is taken for US dollars")
    CHINESE_LIST = N_("¥ in a Chinese list is taken for yuan")
    JAPANESE_LIST = N_("¥ in a Japanese list is taken for yen")
    OF_THE_REPUBLIC = N_('years count from 1912 in such a list: "{cell}" is {day}')
    FISCAL_YEARS = N_('the column holds fiscal years, which may begin in another one: "{cell}" is {year}')
    SPANS_OF_YEARS = N_('the column holds spans: "{cell}" begins with {year}')
    DECIMALS = N_('decimals stand behind "{mark}" in this column')
    COMPOSED = N_("no column is a title; it is put together")
    CALLED_BY = N_('no column is a title; "{column}" says another name in each row')
    BOUGHT = N_('no column is a title; "{column}" says what is bought')
    ONLY_EVENT = N_("no column says it; the archive has this one alone")
    FULL_NAMES = N_('"{column}" holds full names in most rows, and "{other}" does not')
    TITLE_OF_OTHERS = N_("{count} of {rows} rows have no {columns}; they are called by {names}")
    TITLE_BELOW_OF_OTHERS = N_("a row further down without {columns} is called by {name}")
    CELLS_ARE = N_("its header says {field}, but its cells are {what}")
    HARDLY_READ = N_("its header says {field}, but only {read} of {filled} cells read as {what}")
    NONE_READ = N_("its header says {field}, but none of its {filled} cells read as {what}")
    NO_WORD_KNOWN = N_("its header says {field}, but none of its words is known")
    AGREED_WORDS = N_("{words} in a list of acquisitions is taken for {code}: agreed, and not complete")
    OPEN_WORDS = N_("{words} leaves it open")
    CONTRACTING_WORDS = N_("read as the Open Contracting Data Standard means them: {words}")
    FEW_WORDS_KNOWN = N_("its header says {field}, but most of its cells hold words that are not known")
    IDENTITY = N_("numbers of identity cards; they are left out of everything. {setting} would keep them")
    COMMAS_PART = N_(
        'commas part the names in {count} of {filled} different cells of {column}, such as "{cell}"; {setting} keeps '
        "each as one"
    )
    BLANKS_PART = N_(
        'blanks part the names in {count} of {filled} different cells of {column}, such as "{cell}"; {setting} keeps '
        "each as one"
    )
    PUBLISHER = N_(
        '"{column}" says who runs or publishes notices of tenders, who likely buys. Another role: "{settings}"'
    )
    COMMUNITY = N_(
        '"{column}" says parts of a country, and stands beside who gets: taken for who gives. Otherwise: {settings}'
    )
    TWO_ROLES = N_(
        '"{column}" says two roles, and no row which: taken for partners. One of these says that all have one: '
        "{settings}"
    )
    NAMED_BODIES = N_(
        'no column says a party, and "{column}" holds organisations: it is taken for one. Otherwise one of these: '
        "{settings}"
    )
    IN_AND_OUT = N_(
        '"{column}" stands beside {came} and {went}, of which each row has one: who gives in some rows gets in others. '
        "Taken for partners; one of these says that all have one role: {settings}"
    )
    CAME_IN = N_(
        '"{column}" stands beside {came}, which came in: taken for who got it; one of these says which: {settings}'
    )
    CAPITAL = N_("it can be {field}, too, but it is the capital of a company; --set {setting} takes it")
    OBJECTS = N_("its cells hold lists of things with several values each")
    OBJECTS_OF_LIST = N_("its cells hold lists of things with several values each; {setting} makes each a record")
    PRICE_OF_ONE = N_("it can be {field}, too, but it is the price of one of several; --set {setting} takes it")
    TENDER_AGENTS = N_(
        "{column} names who buys, and these are companies that run its tenders; {setting} takes them, too"
    )
    BY_HEADINGS = N_("the headings between the rows say {field}")
    BY_CELLS = N_("no header says {field}; its cells do")
    ORDER_OF_TIMES = N_("no column numbers them; it is the order of the times in {column}")
    FULLER_DAYS = N_('it can be {field}, too, but "{column}" has the days, and it only their years')
    OTHER_IS_SURER = N_('it can be {field}, too, but "{column}" says so more surely')
    OF_ORIGIN = N_('it can be {field}, too, but it says where something comes from, and "{column}" does not')
    IS_ABOVE = N_('it can be {field}, too, but it says who is above "{column}"')
    GOES_ON = N_('it goes on with the names of "{column}", which are read without it')
    DAY_OF_END = N_("its header says when something ends or is due, which is no {field}")
    SAME_MOMENT = N_('it is "{cell}" in all rows, as the moment at which a list is made')
    NEARLY_ALL_ZERO = N_(
        'it can be {field}, too, but {filled} of its {rows} cells are more than 0, of "{column}" {other}'
    )
    NEARLY_EMPTY = N_('it can be {field}, too, but {filled} of its {rows} cells are filled, of "{column}" {other}')


@dataclass(frozen=True)
class Proposal:
    """A mapping with what is still open: the questions, and the columns that no field takes.

    ``evidence``: what the source of each field rests on; ``likely``: the fields that are proposed and not certain.
    ``set_aside``: the columns whose header is a field's and whose cells are not, and why.
    """

    mapping: Mapping
    questions: tuple[Question, ...] = ()
    unused: tuple[str, ...] = ()
    hints: Table[str, tuple[str, ...]] = field(default_factory=dict)
    """Further lines of a field's table, written as comments: words that no code is known for."""
    evidence: Table[str, tuple[Reason, ...]] = field(default_factory=dict)
    likely: frozenset[str] = frozenset()
    set_aside: Table[str, Reason] = field(default_factory=dict)

    @property
    def place(self) -> Question | None:
        """What is asked of where in its file the list stands; then nothing else is, for all hangs on it."""
        return next((one for one in self.questions if one.asked.of_place), None)

    def why(self, field: str) -> str:
        """What the source of a field rests on, in a few words; empty where that is not known."""
        told = clean_line(joined(map(str, self.evidence.get(field, ()))))
        return _("likely: {why}").format(why=told) if told and field in self.likely else told

    @property
    def left_aside(self) -> Table[str, Reason]:
        """The columns that are no field's although they could be, each with why."""
        return {name: why for name, why in self.set_aside.items() if name in self.passed_over}

    @property
    def passed_over(self) -> tuple[str, ...]:
        """The columns that no field takes and no question asks about."""
        asked = {one.value for question in self.questions for one in question.answers if one.key == "column"}
        return tuple(name for name in self.unused if name not in asked)

    def free_columns(self, names: Sequence[str]) -> list[str]:
        """Those of a header's columns that may become fields of the archive's own, in their order.

        Those that only number the rows are none of them, but where the mapping says what they become.
        """
        used = {name for mapped in self.mapping.fields.values() for name in mapped.used_up}
        told = self.mapping.columns.keys() - {*self.unused, *used}
        free = {*self.passed_over, *told}
        return [name for name in names if name in free]
