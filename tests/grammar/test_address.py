"""Twin test of grammar/address.lark."""

from __future__ import annotations

from cablegrammar.model import Address, Precedence
from tests.grammar.twin import twin

NIACT, IMMEDIATE, PRIORITY = Precedence.NIACT_IMMEDIATE, Precedence.IMMEDIATE, Precedence.PRIORITY

TestAddress = twin(
    "address",
    {
        "RUEHC/SECSTATE WASHDC IMMEDIATE 4797": Address("SECSTATE WASHDC", "RUEHC", (), IMMEDIATE, ("4797",)),
        "SECSTATE WASHDC PRIORITY 4797 \n": Address("SECSTATE WASHDC", precedence=PRIORITY, numbers=("4797",)),
        "RUEHLO/AMEMBASSY LONDON 0061\r\n": Address("AMEMBASSY LONDON", "RUEHLO", numbers=("0061",)),
        "RUEAIIA/CIA WASHINGTON DC\n\n": Address("CIA WASHINGTON DC", "RUEAIIA"),
        "RHMFISS/CDR USCENTCOM MACDILL AFB FL": Address("CDR USCENTCOM MACDILL AFB FL", "RHMFISS"),
        "EUCOM": Address("EUCOM"),
        " AMEMBASSY  LIMA \r": Address("AMEMBASSY LIMA"),
        "RUEHLP/AMEMBASSY LA PAZ JAN 5661": Address("AMEMBASSY LA PAZ JAN", "RUEHLP", numbers=("5661",)),
        "AMEMBASSY LIMA PRIORTY": Address("AMEMBASSY LIMA PRIORTY"),
        "AMEMBASSY LIMA PRIORITY MAIL": Address("AMEMBASSY LIMA PRIORITY MAIL"),
        "SECSTATE WASHDC 475": Address("SECSTATE WASHDC", numbers=("475",)),
        "AMEMBASSY LIMA FLASH": Address("AMEMBASSY LIMA", precedence=Precedence.FLASH),
        "AMEMBASSY LIMA ROUTINE": Address("AMEMBASSY LIMA", precedence=Precedence.ROUTINE),
        "ZEN/AMEMBASSY MOSCOW NIACT  IMMEDIATE 4778-4781": Address(
            "AMEMBASSY MOSCOW", precedence=NIACT, numbers=("4778", "4781"), delivered=True
        ),
        "ZEN/RUEHC/SECSTATE WASHDC": Address("SECSTATE WASHDC", "RUEHC", delivered=True),
        "RUEKJCS/SECDEF WASHDC//USDP:PDUSDP/ISA:EUR// PRIORITY": Address(
            "SECDEF WASHDC", "RUEKJCS", ("USDP:PDUSDP", "ISA:EUR"), PRIORITY
        ),
        "RUCNFB/FBI WASHDC//INTD/CTD/CT WATCH//": Address("FBI WASHDC", "RUCNFB", ("INTD", "CTD", "CT WATCH")),
        "HQ USEUCOM VAIHINGEN GE //J5 DIRECTORATE (MC)//": Address(
            "HQ USEUCOM VAIHINGEN GE", offices=("J5 DIRECTORATE (MC)",)
        ),
        "DIA WASHINGTON DC//DHI-1B/CLM//DP//": Address("DIA WASHINGTON DC", offices=("DHI-1B", "CLM", "DP")),
        "SECDEF WASHINGTON DC//USD:P&R// IMMEDIATE ": Address(
            "SECDEF WASHINGTON DC", offices=("USD:P&R",), precedence=IMMEDIATE
        ),
        "CIA WASHINGTON DC//NHTC// 0000": Address("CIA WASHINGTON DC", offices=("NHTC",), numbers=("0000",)),
        "AMEMBASSY KINGSTON//USDAO PRIORITY 9999": Address("AMEMBASSY KINGSTON", "", ("USDAO",), PRIORITY, ("9999",)),
        "SSC ATLANTIC CHARLESTON SC//00//": Address("SSC ATLANTIC CHARLESTON SC", offices=("00",)),
        "CIA WASHINGTON DC// PRIORITY": Address("CIA WASHINGTON DC", precedence=PRIORITY),
        "425ABS IZMIR TU//CC// PRIORITY": Address("425ABS IZMIR TU", offices=("CC",), precedence=PRIORITY),
        "RUCNMEM/EU MEMBER STATES COLLECTIVE PRIORITY": Address(
            "EU MEMBER STATES COLLECTIVE", "RUCNMEM", precedence=PRIORITY, is_collective=True
        ),
        "ORG FOR SECURITY CO OP IN EUR COLLECTIVE": Address(
            "ORG FOR SECURITY CO OP IN EUR COLLECTIVE", is_collective=True
        ),
        "WESTERN HEMISPHERIC AFFAIRS DIPL POSTS 0001": Address(
            "WESTERN HEMISPHERIC AFFAIRS DIPL POSTS", numbers=("0001",), is_collective=True
        ),
        "CHINA POSTS COLLECTIVE//J2//": Address("CHINA POSTS COLLECTIVE", offices=("J2",), is_collective=True),
        "ALL POSTS AND BASES": Address("ALL POSTS AND BASES"),
        "RUEHC/SECSTATE WASHDC PRIORITY 2217\\\n": Address("SECSTATE WASHDC", "RUEHC", (), PRIORITY, ("2217",)),
        "RUEHZG/NATO EU COLLECTIVE \\\r\n\\\r\n": Address("NATO EU COLLECTIVE", "RUEHZG", is_collective=True),
        "AIG 8797": Address("AIG 8797", is_collective=True),
        "AIG  931//J3// PRIORITY": Address("AIG 931", offices=("J3",), precedence=PRIORITY, is_collective=True),
        "AIG 8797 MEMBERS": Address("AIG 8797 MEMBERS"),
        "JTF 519 PRIORITY 0012": Address("JTF 519", precedence=PRIORITY, numbers=("0012",)),
        "DJ/AMEMBASSY LIMA": Address("DJ/AMEMBASSY LIMA"),
        "ZEN/NAVADMIN @ AL NAVADMIN(UC)": Address("NAVADMIN @ AL NAVADMIN(UC)", delivered=True),
        "ZEN//OU=DOD/OU=ADDRESS LISTS(UC)/CN=ANY": Address("/OU=DOD/OU=ADDRESS LISTS(UC)/CN=ANY", delivered=True),
    },
    [
        "",
        "IMMEDIATE",
        "IMMEDIATE 4797",
        "4797",
        "RUEHC/",
        "RUEHC/ SECSTATE",
        "RUEHC/SecState",
        "Embassy Lima",
        "TO SECSTATE WASHDC",
        "INFO SECDEF",
        "BT",
        "LOG-00   AID-00",
        "PAGE 02        STATE   012345",
        "TORUEHC/SECSTATE WASHDC",
        "CNO WASHINGTON DC//N1// RUEHC/SECSTATE",
        "CMC WASHINGTON DC ZEN/CDR NORTHCOM",
        "AMEMBASSY LIMA\nAMEMBASSY QUITO",
        "- AMEMBASSY LIMA",
    ],
)
