"""Writes a CORDIS dump or an IATI file of made-up records, the same for the same numbers.

  generate.py cordis ROWS FOLDER    project.csv and organization.csv; ROWS participations, 30 for each project
  generate.py iati ACTIVITIES FILE  activities with two parties, a budget and five transactions each
"""

import pathlib
import sys

COUNTRIES = ["DE", "FR", "ES", "IT", "NL", "SE", "FI", "EL", "PL", "UK"]
# As in the dumps of several years, most rows name an organization that other rows name too.
ORGANIZATIONS = 40_000


def row(cells):
    return ";".join('"' + str(cell).replace('"', '""') + '"' for cell in cells) + "\r\n"


def cordis(rows, folder):
    folder.mkdir(parents=True, exist_ok=True)
    projects = -(-rows // 30)
    with open(folder / "project.csv", "w", encoding="utf-8", newline="") as file:
        file.write(row("id acronym status title startDate endDate totalCost ecMaxContribution legalBasis topics ecSignatureDate "
                       "frameworkProgramme masterCall subCall fundingScheme nature objective contentUpdateDate rcn grantDoi".split()))
        for number in range(projects):
            id = 600_000 + number
            # The last project may have fewer rows.
            size = min(30, rows - number * 30)
            file.write(row([id, f"P{number}", "SIGNED", f"Made-up project {number}", "2021-01-01", "2024-12-31", f"{size * 12000}.00",
                            f"{size * 10000}.00", "H2020-EU.2.1.", f"TOPIC-{number % 500}", "2020-12-01", "H2020", "",
                            f"H2020-CALL-{number % 300}", "RIA", "", "What the project is about, in a few sentences. " * 12,
                            "2021-02-03 10:11:12", 200_000 + number, ""]))
    with open(folder / "organization.csv", "w", encoding="utf-8", newline="") as file:
        file.write(row("projectID projectAcronym organisationID vatNumber name shortName SME activityType street postCode city country "
                       "nutsCode geolocation organizationURL contactForm contentUpdateDate rcn order role ecContribution "
                       "netEcContribution totalCost endOfParticipation active".split()))
        for number in range(rows):
            project, order = divmod(number, 30)
            # Steps of a prime: no organization twice in one project.
            one = number * 7919 % ORGANIZATIONS
            file.write(row([600_000 + project, f"P{project}", 900_000_000 + one, f"XX{one:08}", f"Made-up institute {one}", f"MI{one}",
                            "false", "REC", f"{one} Quay Street", f"{one % 90000:05}", "Harbour", COUNTRIES[one % 10], "",
                            f"{one % 80}.5,{one % 170}.25", f"www.institute-{one}.example", "", "2021-02-03 10:11:12", 100_000 + one,
                            order + 1, "coordinator" if order == 0 else "participant", "10000.00", "10000.00", "12000.00", "false", ""]))


def iati(activities, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03">\n')
        for number in range(activities):
            transactions = "".join(
                f'<transaction ref="T{number}-{part}"><transaction-type code="{3 if part else 2}"/><transaction-date iso-date="2022-0{part + 1}-01"/>'
                f'<value currency="EUR" value-date="2022-0{part + 1}-01">{1000 + part if part else 5010}.50</value>'
                f'<receiver-org ref="GB-CHC-{number % 20000 + 100000}"><narrative>Made-up charity {number % 20000}</narrative></receiver-org>'
                "</transaction>\n" for part in range(5))
            file.write(
                f'<iati-activity xml:lang="en" default-currency="EUR" last-updated-datetime="2023-01-01">\n'
                f'<iati-identifier>XM-DAC-1-{number}</iati-identifier>\n'
                '<reporting-org ref="XM-DAC-1" type="10"><narrative>Made-up ministry</narrative></reporting-org>\n'
                f'<title><narrative>Made-up activity {number}</narrative></title>\n'
                f'<description><narrative>{"What the activity is about, in a few sentences. " * 6}</narrative></description>\n'
                f'<participating-org ref="GB-CHC-{number % 20000 + 100000}" role="4"><narrative>Made-up charity {number % 20000}</narrative></participating-org>\n'
                '<participating-org ref="XM-DAC-1" role="2"><narrative>Made-up ministry</narrative></participating-org>\n'
                '<activity-status code="2"/><activity-date type="2" iso-date="2022-01-01"/>\n'
                '<recipient-country code="MW" percentage="100"/><sector vocabulary="1" code="11110" percentage="100"/>\n'
                '<budget><period-start iso-date="2022-01-01"/><period-end iso-date="2022-12-31"/>'
                '<value currency="EUR" value-date="2022-01-01">5010.00</value></budget>\n'
                f"{transactions}</iati-activity>\n")
        file.write("</iati-activities>\n")


format, count, path = sys.argv[1], int(sys.argv[2]), pathlib.Path(sys.argv[3])
{"cordis": cordis, "iati": iati}[format](count, path)
