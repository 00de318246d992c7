"""What can be wrong with an organisation file."""

TEXTS = {
    "format_missing": (
        "ファイル形式の番号がありません。先頭に「format: {format}」と書いてください。",
        "The number of the file's format is missing. Begin the file with 'format: {format}'.",
    ),
    "corporate_number": (
        "法人番号「{number}」は正しくありません。13桁の数字と先頭の検査用数字を確かめてください。",
        "'{number}' is not a corporate number. Check its 13 digits, the first of which is the check digit.",
    ),
    "no_deputies": (
        "代決者がいません。「deputies」に職を順位のとおりに書いてください。",
        "No substitute is named. List offices under 'deputies' in their order.",
    ),
    "term_reversed": (
        "終わりの日（{end}）が始まりの日（{start}）より前です。どちらかを改めてください。",
        "The term ends ({end}) before it starts ({start}). Correct one of the dates.",
    ),
    "unknown_ministry": (
        "府省庁「{name}」は「ministries」にありません{hint}。綴りを直すか、府省庁を加えてください。",
        "No ministry '{name}' stands under 'ministries'{hint}. Correct the name or add the ministry.",
    ),
    "unknown_role": (
        "役割「{name}」は「roles」にありません{hint}。綴りを直すか、役割を加えてください。",
        "No role '{name}' stands under 'roles'{hint}. Correct the name or add the role.",
    ),
    "unknown_office": (
        "職「{name}」は「offices」にありません{hint}。綴りを直すか、職を加えてください。",
        "No office '{name}' stands under 'offices'{hint}. Correct the name or add the office.",
    ),
    "unknown_person": (
        "「{name}」という人は「persons」にいません{hint}。綴りを直すか、その人を加えてください。",
        "No person '{name}' stands under 'persons'{hint}. Correct the name or add the person.",
    ),
    "parent_cycle": (
        "上部機関が循環しています（{lineage}）。どこかの「parent」を改めてください。",
        "The parent bodies run in a circle ({lineage}). Correct a 'parent'.",
    ),
    "spelling_repeated": (
        "「{name}」は府省庁「{other}」の名称でもあります。どちらの府省庁か定まるようにしてください。",
        "'{name}' is a name of the ministry '{other}' too. Leave each name to one ministry.",
    ),
    "account_repeated": (
        "アカウント「{account}」は「{other}」のものでもあります。一つのアカウントは一人だけのものにしてください。",
        "The account '{account}' belongs to '{other}' too. An account belongs to one person.",
    ),
    "appointment_repeated": (
        "同じ人の同じ職（「{office}」）への任命が、期間の重なるかたちで二つあります。一つにまとめてください。",
        "The same person is appointed to '{office}' twice at the same time. Make one appointment of the two.",
    ),
    "substitution_repeated": (
        "職「{office}」の代決の順位が、同じ日に二つ定められています。期間を分けてください。",
        "Two orders of substitutes are in force for '{office}' on the same day. Separate their terms.",
    ),
    "office_unheld": (
        "職「{office}」に就く人がいません。任命を加えるか、空席として「vacancies」に挙げてください。",
        "Nobody ever holds the office '{office}'. Appoint somebody, or list it under 'vacancies'.",
    ),
    "vacancy_held": (
        "空席とされた職「{office}」に「{person}」が任命されています。「vacancies」から除くか、任命を改めてください。",
        "'{office}' is listed as vacant, but '{person}' is appointed to it. Correct one of the two.",
    ),
    "delegation_to_itself": (
        "職「{office}」の専決者がその職自身です。別の職を「to」に書いてください。",
        "The office '{office}' delegates to itself. Name another office in 'to'.",
    ),
    "delegation_loop": (
        "定義「{workflow}」の専決が循環しています（{offices}）。どれかの専決を改めてください。",
        "Standing delegations for '{workflow}' run in a circle ({offices}). Correct one of them.",
    ),
    "substitute_of_itself": (
        "職「{office}」の代決者にその職自身があります。削除してください。",
        "The office '{office}' is among its own substitutes. Remove it.",
    ),
    "no_administrator": (
        "役割「{role}」の職がありません。組織や定義を登録する人の職を置いてください。",
        "No office has the role '{role}'. Add the office that loads organisations and definitions.",
    ),
    "administrator_unheld": (
        "管理者の職「{office}」に就く人がいません。組織や定義を登録する人を任命してください。",
        "Nobody holds the administrator's office '{office}'. Appoint somebody to load organisations.",
    ),
    "auditor_acts": (
        "「{person}」は監査の職にあり、同じ期間に職「{office}」を兼ねられません。監査する人は、何も行いません。",
        "'{person}' audits and cannot hold the office '{office}' in the same term: whoever audits acts on nothing.",
    ),
    "auditor_stands_in": (
        "監査の職「{office}」に、専決・代決は定められません。削ってください。",
        "The auditor's office '{office}' has no delegation and no substitution. Leave it out.",
    ),
}
