import type { HelpWords } from './help-catalogue.ts';

/** Help, in English. */
export const helpEn: HelpWords = {
  heading: 'Help',
  close: 'Close help',
  print: 'Print this page',
  topics: 'Contents of help',
  keys: 'The keys ? or F1 open and close help; Esc goes back. Your work stays as it was.',
  rooms: 'Rooms',
  heads: {
    shows: 'What it shows',
    read: 'How to read it',
    not: 'What not to conclude',
  },
  pages: {
    data: {
      shows: [
        'The data that are open: territory, tier, sources, and where the boundaries come from.',
        '“Ledger of periods”: how many kelurahan reported, how many rows were set aside, and D/S of each period.',
        'The ways in and out: “Open data”, a second source, services, “Back to the example”, and “Remove data from this computer”.',
      ],
      read: [
        'Look at the tier first. “EXAMPLE DATA (synthetic)” means figures made by the program; “INTERNAL: do not circulate” means figures of an office, and the program asks once more before they leave.',
        'A period that is “incomplete” may still change. Compare complete periods.',
        'Once files are read, look at “What was left out, and why”: each row that is not used is named with its place, the reason, and how to mend it.',
        'Where the program asks, compare the cells shown beside each possibility. Nothing is loaded before you answer.',
      ],
      not: [
        'A kelurahan that did not report is not one without a problem; its figure is not known.',
        'Two files with other denominators may not have measured the same children. Compare their D and S first.',
        'Schematic boundaries show no true place, surface or address.',
      ],
    },
    map: {
      shows: [
        'One indicator by kelurahan or kecamatan in one period. The sentence above the map says exactly what is seen.',
        'On the right: “Ranking”, “Distribution”, “Trend”, and the sheet of the chosen “Area”.',
      ],
      read: [
        'Press an underlined part of the sentence to change indicator, period, who, where, or what it is compared with.',
        'Read a percentage together with n and N: n children with the problem of N children whose status is known. D/S tells how many of the target were measured.',
        'The 95% interval shows how far a figure may move by chance. Two areas whose intervals overlap widely may not differ.',
        'Press a line of the legend to select all areas in it. Hatching means that there is no percentage, and the legend says why.',
      ],
      not: [
        'Rank 1 is not surely worse than rank 2; look at the intervals.',
        'Large areas catch the eye. How many children there are is read from n, not from the colored surface.',
        'A percentage of the measured is not one of all children where D/S is low: those who did not come may differ.',
        'Two things at one place do not mean that one causes the other.',
        'The WHO/UNICEF bands were made for surveys of populations; one kelurahan may change its class by chance alone.',
      ],
    },
    clusters: {
      shows: [
        'Where high or low values lie together more than they usually would if their places were shuffled.',
        'On the right: clusters by the strength of their evidence, then “How sure?” with the neighbor rule, permutations and seed.',
      ],
      read: [
        'A thick line is proven at FDR 5%. Thin and dashed lines are weaker: a first hint only.',
        'Read “With other neighbors”: clusters that still stand out can be relied on more.',
        'The funnel tells values that are unusual from values that are high because there are few children.',
      ],
      not: [
        'No proven cluster does not mean that there is none: with a few dozen areas the power is low.',
        'A cluster explains no cause, and does not mean that every child in it is affected.',
        'A kelurahan outside any cluster may still have a high prevalence.',
        'Results hold for these borders; other borders or another level may show other clusters.',
      ],
    },
    priority: {
      shows: [
        'An index of several indicators with weights that the meeting chooses, and the list of areas that come first by it.',
        'Three steps: “What counts”, how many areas, then “The list”. “Why” and “How sure this list is” are one level deeper.',
      ],
      read: [
        'Move the weights in front of everyone, and see who comes in and who goes out.',
        '“robust” means that the place holds in at least 80% of runs in which weights, scaling, aggregation and figures are drawn anew; “fragile” means that it does not; “on the edge” means too close to tell.',
        'Look at the share of cases that is covered: a longer list does not always hold many more children.',
        'Check “What looks good because few were weighed” before an area is passed over.',
      ],
      not: [
        'The index measures nothing, and its weights are nobody’s ruling: no national weights were found.',
        'A small difference of scores between the last in the list and the first outside is no strong reason.',
        'An area without a score is not a safe one; one of its figures is missing.',
      ],
    },
    proposal: {
      shows: [
        'The areas that the meeting decided on, with reasons and dissent, as map, slides, sheets and annex show them too.',
        "“In by the meeting's decision” and “Out by the meeting's decision”: what the meeting changed of the list that was computed.",
      ],
      read: [
        'Tick areas, write reasons, and note who disagrees. “Fill in from figures” writes reasons that always take the figures that are open.',
        'The digest tells whether the open figures are those of which the proposal was made.',
        '“Compare proposals” computes each proposal anew with the open figures.',
      ],
      not: [
        'A proposal decides nothing. That is done by a decree of the mayor or regent.',
        'An area that is not proposed may still need services.',
        'Figures are not kept: a proposal opened over other data shows the figures of these.',
      ],
    },
    monitoring: {
      shows: [
        'Whether a figure rises or falls from period to period, by area, until the period chosen. The head of the sentence says what is monitored.',
        'On the right: “Monitored”, how many areas are shown to fall or rise, which they are, and how it went over time; then “Letter”, “Ranking” and the sheet “Area”.',
        '“Coverage of services” as what is monitored: how many of those each service is for received it in a semester, the convergence score by a formula that you choose, and the worst services of the chosen area. The Bangda form is loaded and downloaded in that panel.',
        '“Data entry” shows what share of the target children is measured, has a NIK or KK number or is linked, snapshot by snapshot, with the pace to the deadline of the stage and the posts to call.',
        '“Budget against burden”: the money of a year for each affected child, by agency, kind and source; “Best spread” suggests the spread that reaches most.',
        '“Play the periods” shows them one after the other; where the computer is set to no motion, the button goes on by one period a press.',
      ],
      read: [
        'Deep colors are only for what is shown after all areas have been looked at together. Pale ones seem to, and are not shown.',
        'It takes at least five periods to judge, and seven to name an area.',
        'Read the slope: −0.8 points a quarter means about three points less in a year.',
        'In “Data entry” read a share with its target children and with how many posts report; a projected date is a straight line through two paces.',
        'Look at D/S beside the trend: where those measured change, the figure can change without a single child having changed.',
      ],
      not: [
        'Not shown does not mean unchanged: with few periods small changes are not seen.',
        'A trend does not show a cause. A fall after an activity is not a fall because of it.',
        'Fewer cases are no good news where fewer children were measured.',
      ],
    },
    presentation: {
      shows: [
        'One large map for a projector, its legend, and a short numbered list whose numbers stand on the map.',
        'Saved views in their order as slides; where there are none, the periods in theirs.',
      ],
      read: [
        'Space, Page Down or arrow right: next. Page Up or arrow left: before. B or full stop: black screen. Esc: end.',
        'The button “Colors” shows the screen in grey, or as guests see it who are color-blind.',
        'Read out the sentence above the map with its period, denominator and coverage before any figure.',
      ],
      not: [
        'The list on the screen is only its top; the other areas are on the map and in “Ranking”.',
        'The tier on the screen holds for photographs of it too: INTERNAL figures are not for sharing.',
      ],
    },
  },
  learn: 'Six steps from map to proposal.',
  terms: {
    name: 'Terms',
    search: 'Find a term',
    source: 'Source',
    none: 'No term fits.',
  },
  samples: {
    name: 'Sample files',
    intro:
      'Each file is made by the program from the example, so its figures are synthetic. Download it, see its form, then drop it back onto the example to see how it is read.',
    personal:
      'e-PPGBM exports with one row per child are refused, masked NIK included: count them per kelurahan or Posyandu first.',
    fetch: (file) => `Download ${file}`,
    failed: 'That file could not be had. See that this program can still be opened, then try again.',
    plain: 'Over the example it is read without a question.',
    asks: (questions) => `Over the example the program asks: ${questions}.`,
    questions: {
      role: 'what a column counts',
      rivals: 'which of several columns to take',
      key: 'what tells the rows of one area apart',
      level: 'names of kecamatan or of kelurahan',
      period: 'of which period this table is',
      system: 'Kemendagri or BPS codes',
    },
    files: {
      stunting: {
        name: 'Stunting table by kelurahan',
        holds:
          'CSV: code, kelurahan, kecamatan, period, target (S), measured (D), severely stunted, stunted, normal. One row a kelurahan and period.',
      },
      posyandu: {
        name: 'Recap in the manner of e-PPGBM, by Posyandu',
        holds:
          'Excel with title rows above, headers of two levels, and the categories of BB/U, TB/U and BB/TB as e-PPGBM names them. Posyandu are added up to kelurahan, and the program says so.',
      },
      coverage: {
        name: 'Coverage of measurement without a period',
        holds:
          'CSV: code, kelurahan, kecamatan, target (S), measured (D). Its period is left out on purpose, to show how the program asks: enter September 2026.',
      },
      families: {
        name: 'Recap of families',
        holds:
          'CSV by semester: families, families in extreme poverty, families at risk of stunting. Families are never mixed with children.',
      },
      boundaries: {
        name: 'Boundaries',
        holds:
          'GeoJSON with properties as in BIG’s village map: KDEPUM (Kemendagri code), WADMKD (kelurahan), WADMKC (kecamatan). The boundaries are schematic.',
      },
      services: {
        name: 'Points of services',
        holds: 'CSV: name, kind, latitude, longitude. Points of families’ homes are refused.',
      },
    },
  },
  about: {
    name: 'About',
    version: 'Version',
    build: 'Build digest',
    buildNote:
      'SHA-256 of the text of the program that was built; two copies of the same digest were built from the same text. The archive of a release has it in BACA-SAYA.txt.',
    unbuilt: 'being developed, not built',
    program: 'Program',
    programLicense: 'MIT licence, contributors of Peta Sasaran. Without any warranty.',
    data: 'Codes and names of areas',
    dataLicense:
      'The list of codes and names of villages, and the example, come from idn-area-data 3.1.2 (Open Database License 1.0). The boundaries of the example are schematic, its figures synthetic.',
    type: 'Type',
    typeLicense: 'Source Sans 3, Adobe (SIL Open Font License 1.1).',
    packages: 'Packages by others',
    notices: 'Licences of the program, data, type and all packages (text)',
  },
};
