import { heading, italic, list, paragraph, richText } from '../lexical.js'

const notTheDecidedText = paragraph(
  italic(
    'Texten är skriven för att visa Länskällan. Den återger det som är känt om utgåvan, inte den ordalydelse som parterna ' +
      'beslutade.',
  ),
)

const notTheDecidedTextInEnglish = paragraph(
  italic(
    'This text was written to show Länskällan. It gives what is known about the edition, not the wording that the parties ' +
      'decided on.',
  ),
)

export const editionOf2014 = richText(
  notTheDecidedText,
  heading('Bakgrund'),
  paragraph(
    'Det här är den första utgåvan av länets gemensamma strategi. Tretton parter tog fram den under 2013: Länsstyrelsen, polisen, åklagarna, ' +
      'kriminalvården, landstinget, kommunförbundet och länets sju kommuner. Den gällde åren 2014–2016.',
  ),
  heading('Tre målgrupper'),
  list(
    'vuxna som utsätts för våld',
    'barn som utsätts själva eller som upplever att någon närstående utsätts',
    'den som utövar våld.',
  ),
  heading('Vad strategin ska leda till'),
  paragraph(
    'Strategin är ett verktyg för att samverka och samordna, så att våld i nära relationer kan förebyggas. Den har en ' +
      'vision, mål för arbetet och aktiviteter som parterna genomför.',
  ),
  heading('Uppföljning'),
  paragraph(
    'En regional samverkansgrupp har i uppdrag att föra arbetet vidare och att följa upp det. Länsstyrelsen samordnar ' +
      'uppföljningen.',
  ),
)

export const editionOf2018 = richText(
  notTheDecidedText,
  heading('Bakgrund'),
  paragraph(
    'Den första strategin gällde till och med 2016. Den här utgåvan gällde från 2018 till och med 2021. Under 2017 ' +
      'arbetades strategin om, och det året var ingen utgåva i kraft.',
  ),
  heading('Vad utgåvan omfattar'),
  list(
    'mäns våld mot kvinnor och allt annat våld i nära relationer, vem som än utövar det',
    'hedersrelaterat våld och förtryck, däribland könsstympning',
    'prostitution och människohandel för sexuella ändamål',
    'barn som är utsatta, som bevittnar våld eller som på annat sätt märker av det.',
  ),
  heading('Vem den vänder sig till'),
  paragraph(
    'Strategin pekar ut en gemensam riktning för kommunerna, regionen, polisen, åklagarna, kriminalvården och ' +
      'Migrationsverket i länet. Det är de som anges som parter här; vilka som formellt antog den framgår inte av ' +
      'källorna. Regionen hette Landstinget Västernorrland till och med januari 2018.',
  ),
  heading('Uppföljning'),
  paragraph('Arbetet följs upp varje år. Länsstyrelsen Västernorrland samordnar.'),
)

export const editionOf2022 = richText(
  notTheDecidedText,
  heading('Ett gemensamt åtagande'),
  paragraph(
    'I mars 2022 skrev Länsstyrelsen, Region Västernorrland, alla sju kommuner och flera andra myndigheter under en ' +
      'handlingsplan. Målet är en nollvision: inget våld av män mot kvinnor och inget våld i nära relationer i länet.',
  ),
  heading('Tretton prioriterade åtgärder'),
  paragraph(
    'Parterna enades om tretton åtgärder som de genomför tillsammans till och med 2024. Åtgärdernas ordalydelse återges ' +
      'inte här.',
  ),
  heading('Så hänger stödet ihop'),
  paragraph(
    'Ingen av parterna klarar uppgiften ensam. Skydd, stöd och vård ges av kommunerna, hälso- och sjukvården och polisen ' +
      'i samspel, och fler myndigheter behöver rutiner för att upptäcka när ett barn eller en vuxen far illa.',
  ),
  heading('Parter'),
  paragraph(
    'Som parter anges de som källorna nämner: Länsstyrelsen, regionen och samtliga kommuner. Övriga myndigheter som ' +
      'skrev under är inte namngivna där och finns därför inte med.',
  ),
)

export const editionOf2022InEnglish = richText(
  notTheDecidedTextInEnglish,
  heading('A joint commitment'),
  paragraph(
    'In March 2022 the County Administrative Board, Region Västernorrland, all seven municipalities and several other ' +
      'authorities signed an action plan. The goal is a vision zero: no violence by men against women and no violence in ' +
      'close relationships in the county.',
  ),
  heading('Thirteen prioritised measures'),
  paragraph(
    'The parties agreed on thirteen measures that they carry out together until the end of 2024. The wording of the ' +
      'measures is not given here.',
  ),
  heading('How the support fits together'),
  paragraph(
    'None of the parties can do this alone. Protection, support and care are given by the municipalities, the health ' +
      'service and the police working together, and more authorities need routines for noticing when a child or an adult ' +
      'is being harmed.',
  ),
  heading('Parties'),
  paragraph(
    'Those given as parties are the ones that the sources mention: the County Administrative Board, the region and all ' +
      'municipalities. Other authorities that signed are not named there and are therefore left out.',
  ),
)
