<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AddEdition</name>
    <message>
        <source>Add an edition</source>
        <translation>Ajouter une édition</translation>
    </message>
    <message>
        <source>Add it to the series</source>
        <translation>L’ajouter à la série</translation>
    </message>
    <message>
        <source>Add the edition</source>
        <translation>Ajouter l’édition</translation>
    </message>
    <message>
        <source>Address of its page</source>
        <translation>Adresse de sa page</translation>
    </message>
    <message>
        <source>It belongs to the series.</source>
        <translation>Elle fait partie de la série.</translation>
    </message>
    <message>
        <source>Neither title nor category says that it is of the series.</source>
        <translation>Ni le titre ni la catégorie n’indiquent qu’elle fait partie de la série.</translation>
    </message>
    <message>
        <source>Paste the address of the conference on its Indico server, of any of its pages. Its programme is fetched and kept here.</source>
        <translation>Collez l’adresse de la conférence sur son serveur Indico, de n’importe laquelle de ses pages. Son programme est téléchargé et conservé ici.</translation>
    </message>
    <message>
        <source>{title} now belongs to the series.</source>
        <translation>{title} fait maintenant partie de la série.</translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message numerus="yes">
        <source>%n starred talk(s)</source>
        <translation>
            <numerusform>%n exposé marqué</numerusform>
            <numerusform>%n exposés marqués</numerusform>
        </translation>
    </message>
    <message>
        <source>How to show my agenda</source>
        <translation>Présentation de mon agenda</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>My agenda</source>
        <translation>Mon agenda</translation>
    </message>
    <message>
        <source>Nothing is starred yet.
Press S, or the star beside a talk: it will stand here under its day, and you will be reminded before it begins.</source>
        <translation>Rien n’est marqué pour l’instant.
Appuyez sur S, ou sur l’étoile à côté d’un exposé&#xa0;: il apparaîtra ici, à son jour, et un rappel vous sera donné avant qu’il ne commence.</translation>
    </message>
    <message>
        <source>Timetable</source>
        <translation>Grille</translation>
    </message>
    <message>
        <source>{talks}, {count} of them overlap</source>
        <translation>{talks}, dont {count} se chevauchent</translation>
    </message>
</context>
<context>
    <name>Background</name>
    <message numerus="yes">
        <source>%n starred talk(s) changed.</source>
        <translation>
            <numerusform>%n exposé marqué a changé.</numerusform>
            <numerusform>%n exposés marqués ont changé.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Et %n autre.</numerusform>
            <numerusform>Et %n autres.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the changes</source>
        <translation>Afficher les changements</translation>
    </message>
    <message>
        <source>“{title}”: {changes}</source>
        <translation>«&#xa0;{title}&#xa0;»&#xa0;: {changes}</translation>
    </message>
</context>
<context>
    <name>Badge</name>
    <message>
        <source>changed {ago}</source>
        <translation>modifié {ago}</translation>
    </message>
    <message>
        <source>materials</source>
        <translation>documents</translation>
    </message>
    <message>
        <source>no longer in the programme</source>
        <translation>retiré du programme</translation>
    </message>
    <message>
        <source>overlaps {length} with “{title}”</source>
        <translation>chevauche «&#xa0;{title}&#xa0;» pendant {length}</translation>
    </message>
    <message>
        <source>poster</source>
        <translation>poster</translation>
    </message>
    <message>
        <source>poster {board}</source>
        <translation>poster {board}</translation>
    </message>
    <message>
        <source>running now</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>tentative</source>
        <translation>provisoire</translation>
    </message>
    <message numerus="yes">
        <source>{overlap} and %n more</source>
        <translation>
            <numerusform>{overlap} et %n autre</numerusform>
            <numerusform>{overlap} et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message numerus="yes">
        <source>%n as before</source>
        <translation>
            <numerusform>%n sans changement</numerusform>
            <numerusform>%n sans changement</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calendar item(s) sent to “{name}” on the server.</source>
        <translation>
            <numerusform>%n entrée de calendrier envoyée à «&#xa0;{name}&#xa0;» sur le serveur.</numerusform>
            <numerusform>%n entrées de calendrier envoyées à «&#xa0;{name}&#xa0;» sur le serveur.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n annulé</numerusform>
            <numerusform>%n annulés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) to be written</source>
        <translation>
            <numerusform>%n changement à écrire</numerusform>
            <numerusform>%n changements à écrire</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen talk(s)</source>
        <translation>
            <numerusform>%n exposé choisi</numerusform>
            <numerusform>%n exposés choisis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) before</source>
        <translation>
            <numerusform>%n jour avant</numerusform>
            <numerusform>%n jours avant</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) before</source>
        <translation>
            <numerusform>%n heure avant</numerusform>
            <numerusform>%n heures avant</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n laissé de côté</numerusform>
            <numerusform>%n laissés de côté</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) before</source>
        <translation>
            <numerusform>%n minute avant</numerusform>
            <numerusform>%n minutes avant</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more failed, too.</source>
        <translation>
            <numerusform>%n autre a aussi échoué.</numerusform>
            <numerusform>%n autres ont aussi échoué.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <translation>
            <numerusform>%n déplacé</numerusform>
            <numerusform>%n déplacés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nouveau</numerusform>
            <numerusform>%n nouveaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not starred</source>
        <translation>
            <numerusform>%n non marqué</numerusform>
            <numerusform>%n non marqués</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n otherwise changed</source>
        <translation>
            <numerusform>%n modifié autrement</numerusform>
            <numerusform>%n modifiés autrement</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n poster(s) inside</source>
        <translation>
            <numerusform>%n poster à l’intérieur</numerusform>
            <numerusform>%n posters à l’intérieur</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n renamed</source>
        <translation>
            <numerusform>%n renommé</numerusform>
            <numerusform>%n renommés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n starred already</source>
        <translation>
            <numerusform>%n déjà marqué</numerusform>
            <numerusform>%n déjà marqués</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n talk(s) starred.</source>
        <translation>
            <numerusform>%n exposé marqué.</numerusform>
            <numerusform>%n exposés marqués.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n talk(s) to star</source>
        <translation>
            <numerusform>%n exposé à marquer</numerusform>
            <numerusform>%n exposés à marquer</numerusform>
        </translation>
    </message>
    <message>
        <source>A calendar could not be brought up to date: {why}</source>
        <translation>Un calendrier n’a pas pu être mis à jour&#xa0;: {why}</translation>
    </message>
    <message>
        <source>A calendar of its own in your account; nothing else there is touched. Nextcloud, iCloud and Fastmail want an app password.</source>
        <translation>Un calendrier à part dans votre compte&#x202f;; rien d’autre n’y est touché. Nextcloud, iCloud et Fastmail demandent un mot de passe d’application.</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>Un fichier</translation>
    </message>
    <message>
        <source>A file with only what changed</source>
        <translation>Un fichier avec les seuls changements</translation>
    </message>
    <message>
        <source>A file, kept up to date</source>
        <translation>Un fichier tenu à jour</translation>
    </message>
    <message>
        <source>A folder, kept up to date</source>
        <translation>Un dossier tenu à jour</translation>
    </message>
    <message>
        <source>A person’s talks</source>
        <translation>Les exposés d’une personne</translation>
    </message>
    <message numerus="yes">
        <source>All %n talk(s) of {title}</source>
        <translation>
            <numerusform>Tous les exposés (%n) – {title}</numerusform>
            <numerusform>Tous les exposés (%n) – {title}</numerusform>
        </translation>
    </message>
    <message>
        <source>Apple Calendar</source>
        <translation>Calendrier d’Apple</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>Sans changement</translation>
    </message>
    <message>
        <source>Breaks too</source>
        <translation>Pauses comprises</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendrier</translation>
    </message>
    <message>
        <source>Calendar file</source>
        <translation>Fichier de calendrier</translation>
    </message>
    <message>
        <source>Calendar file with talks</source>
        <translation>Fichier de calendrier avec des exposés</translation>
    </message>
    <message>
        <source>Calendar files (*.ics)</source>
        <translation>Fichiers de calendrier (*.ics)</translation>
    </message>
    <message>
        <source>Calendar programs</source>
        <translation>Logiciels de calendrier</translation>
    </message>
    <message>
        <source>Calendars kept up to date</source>
        <translation>Calendriers tenus à jour</translation>
    </message>
    <message>
        <source>Calendars show both in your own zone.</source>
        <translation>Les calendriers affichent les deux dans votre fuseau.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Cancelled, so not starred</source>
        <translation>Annulés, donc non marqués</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Choose a calendar file …</source>
        <translation>Choisir un fichier de calendrier…</translation>
    </message>
    <message>
        <source>Choose a file that this program or Indico has written, on another computer for example.

The talks in it get your star; what is no talk here is listed.</source>
        <translation>Choisissez un fichier écrit par cette application ou par Indico, sur un autre ordinateur par exemple.

Ses exposés reçoivent votre étoile&#x202f;; ce qui n’est pas un exposé ici est listé.</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Illisible</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Done. Your agenda shows them.</source>
        <translation>C’est fait. Votre agenda les affiche.</translation>
    </message>
    <message>
        <source>Everything, with moved talks moved and withdrawn ones cancelled.</source>
        <translation>Tout, avec les exposés déplacés à leur place et les exposés retirés annulés.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>File or folder</source>
        <translation>Fichier ou dossier</translation>
    </message>
    <message>
        <source>Folder for calendar entries</source>
        <translation>Dossier pour les entrées de calendrier</translation>
    </message>
    <message>
        <source>For a calendar into which you imported the same file before.</source>
        <translation>Pour un calendrier dans lequel vous avez déjà importé le même fichier.</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Forme</translation>
    </message>
    <message>
        <source>GNOME Calendar</source>
        <translation>Agenda de GNOME</translation>
    </message>
    <message>
        <source>Google Calendar</source>
        <translation>Google Agenda</translation>
    </message>
    <message>
        <source>Import on the web under Settings; it cannot see a file on your computer by itself, so import again after changes, and take out what is still there though cancelled.</source>
        <translation>Importez sur le web, dans les paramètres&#x202f;; Google ne voit pas de lui-même un fichier de votre ordinateur&#xa0;: importez de nouveau après des changements, et enlevez ce qui reste bien qu’annulé.</translation>
    </message>
    <message>
        <source>Its choice of talks cannot be read: publish anew.</source>
        <translation>Son choix d’exposés est illisible&#xa0;: publiez de nouveau.</translation>
    </message>
    <message>
        <source>Keep the password in the system’s keyring</source>
        <translation>Garder le mot de passe dans le trousseau</translation>
    </message>
    <message>
        <source>Kept up to date</source>
        <translation>Tenus à jour</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Laissé de côté</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Déplacé</translation>
    </message>
    <message numerus="yes">
        <source>My %n starred talk(s) of {title}</source>
        <translation>
            <numerusform>Mes exposés marqués (%n) – {title}</numerusform>
            <numerusform>Mes exposés marqués (%n) – {title}</numerusform>
        </translation>
    </message>
    <message>
        <source>My calendar server (CalDAV)</source>
        <translation>Mon serveur de calendrier (CalDAV)</translation>
    </message>
    <message>
        <source>My starred talks of all editions</source>
        <translation>Mes exposés marqués de toutes les éditions</translation>
    </message>
    <message>
        <source>My starred talks of {title} (none yet)</source>
        <translation>Mes exposés marqués (aucun) – {title}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>No calendar is kept up to date.

Choose “A file, kept up to date” when you export.</source>
        <translation>Aucun calendrier n’est tenu à jour.

Choisissez «&#xa0;Un fichier tenu à jour&#xa0;» quand vous exportez.</translation>
    </message>
    <message>
        <source>No starred talks yet.

Star a talk with its star or the key S, or choose other talks here.</source>
        <translation>Aucun exposé marqué pour l’instant.

Marquez un exposé par son étoile ou la touche S, ou choisissez d’autres exposés ici.</translation>
    </message>
    <message>
        <source>No talk on this computer</source>
        <translation>Aucun exposé sur cet ordinateur</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Nothing has changed; {path} was not touched.</source>
        <translation>Rien n’a changé&#x202f;; {path} n’a pas été touché.</translation>
    </message>
    <message>
        <source>Of {city}, with its clock changes</source>
        <translation>De {city}, avec ses changements d’heure</translation>
    </message>
    <message>
        <source>One day</source>
        <translation>Un jour</translation>
    </message>
    <message>
        <source>One entry each</source>
        <translation>Une entrée par poster</translation>
    </message>
    <message>
        <source>One entry per poster session</source>
        <translation>Une entrée par session</translation>
    </message>
    <message>
        <source>One file per entry (vdir), for khal, vdirsyncer and the like.</source>
        <translation>Un fichier par entrée (vdir), pour khal, vdirsyncer et autres.</translation>
    </message>
    <message>
        <source>One session</source>
        <translation>Une session</translation>
    </message>
    <message>
        <source>Only starred ones</source>
        <translation>Seulement les marqués</translation>
    </message>
    <message>
        <source>Open the file and choose a calendar, and again after changes; a calendar on a server shows up through Online Accounts.</source>
        <translation>Ouvrez le fichier et choisissez un calendrier, puis recommencez après des changements&#x202f;; un calendrier sur serveur apparaît par les comptes en ligne.</translation>
    </message>
    <message>
        <source>Open the file on a Mac and choose a calendar, and again after changes; for an iPhone, publish to a server instead.</source>
        <translation>Ouvrez le fichier sur un Mac et choisissez un calendrier, puis recommencez après des changements&#x202f;; pour un iPhone, publiez plutôt sur un serveur.</translation>
    </message>
    <message>
        <source>Outlook</source>
        <translation>Outlook</translation>
    </message>
    <message>
        <source>Part of the calendar window</source>
        <translation>Partie de la fenêtre des calendriers</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Password of the server</source>
        <translation>Mot de passe du serveur</translation>
    </message>
    <message>
        <source>Password, unless it is in the keyring</source>
        <translation>Mot de passe, sauf s’il est dans le trousseau</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Posters</source>
        <translation>Posters</translation>
    </message>
    <message>
        <source>Posters without a time, in their session’s</source>
        <translation>Posters sans horaire, à celui de leur session</translation>
    </message>
    <message>
        <source>Preview or calendar programs</source>
        <translation>Aperçu ou logiciels de calendrier</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publier</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Rappel</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Renommé</translation>
    </message>
    <message>
        <source>See Calendars kept up to date in the menu.</source>
        <translation>Voyez «&#xa0;Calendriers tenus à jour&#xa0;» dans le menu.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Star them</source>
        <translation>Les marquer</translation>
    </message>
    <message>
        <source>Starred already</source>
        <translation>Déjà marqués</translation>
    </message>
    <message>
        <source>Stars from a file</source>
        <translation>Étoiles d’un fichier</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop keeping</source>
        <translation>Ne plus tenir à jour</translation>
    </message>
    <message>
        <source>Stopped. Publishing again goes on from there.</source>
        <translation>Arrêté. Une nouvelle publication reprendra à cet endroit.</translation>
    </message>
    <message>
        <source>Talks</source>
        <translation>Exposés</translation>
    </message>
    <message>
        <source>Talks withdrawn before, as cancelled</source>
        <translation>Exposés retirés auparavant, comme annulés</translation>
    </message>
    <message numerus="yes">
        <source>The %n selected talk(s)</source>
        <translation>
            <numerusform>L’exposé sélectionné</numerusform>
            <numerusform>Les %n exposés sélectionnés</numerusform>
        </translation>
    </message>
    <message>
        <source>The clocks of {zone} follow no yearly rule: its times are universal.</source>
        <translation>Les horloges de {zone} ne suivent pas de règle annuelle&#xa0;: ses heures sont universelles.</translation>
    </message>
    <message>
        <source>There is no talk in this choice.

Choose other talks.</source>
        <translation>Il n’y a aucun exposé dans ce choix.

Choisissez d’autres exposés.</translation>
    </message>
    <message>
        <source>They are written after each sync and each star that changes something in them; calendars on servers only if you want that.</source>
        <translation>Ils sont écrits après chaque synchronisation et chaque étoile qui y change quelque chose&#x202f;; les agendas en ligne, seulement si vous le voulez.</translation>
    </message>
    <message>
        <source>This calendar holds no entries.</source>
        <translation>Ce calendrier ne contient aucune entrée.</translation>
    </message>
    <message>
        <source>This talk: {title}</source>
        <translation>Cet exposé&#xa0;: {title}</translation>
    </message>
    <message>
        <source>Thunderbird</source>
        <translation>Thunderbird</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Heures</translation>
    </message>
    <message>
        <source>To star</source>
        <translation>À marquer</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Type a name, or choose one from the list.</source>
        <translation>Tapez un nom, ou choisissez-en un dans la liste.</translation>
    </message>
    <message>
        <source>Type the password …</source>
        <translation>Taper le mot de passe…</translation>
    </message>
    <message>
        <source>Universal (safest)</source>
        <translation>Universelles (le plus sûr)</translation>
    </message>
    <message>
        <source>Update after each sync and star, too</source>
        <translation>Mettre à jour aussi après chaque synchronisation et chaque étoile</translation>
    </message>
    <message>
        <source>Update now</source>
        <translation>Mettre à jour</translation>
    </message>
    <message>
        <source>Use a calendar of its own, which you can delete whole. Write to the same file again after a change: talks keep their identity, so they move instead of appearing twice.</source>
        <translation>Utilisez un calendrier à part, que vous pourrez supprimer en entier. Après un changement, écrivez de nouveau dans le même fichier&#xa0;: les exposés gardent leur identité, ils sont donc déplacés au lieu d’apparaître deux fois.</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>What is written stays where it is.</source>
        <translation>Ce qui est écrit reste à sa place.</translation>
    </message>
    <message>
        <source>What it changes</source>
        <translation>Ce qui change</translation>
    </message>
    <message>
        <source>What the calendar holds</source>
        <translation>Contenu du calendrier</translation>
    </message>
    <message>
        <source>When it starts</source>
        <translation>Au début</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Destination</translation>
    </message>
    <message>
        <source>Which talks</source>
        <translation>Quels exposés</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>Written anew after each sync that changes something in it.</source>
        <translation>Réécrit après chaque synchronisation qui y change quelque chose.</translation>
    </message>
    <message>
        <source>all editions</source>
        <translation>toutes les éditions</translation>
    </message>
    <message>
        <source>all talks</source>
        <translation>tous les exposés</translation>
    </message>
    <message>
        <source>an app password</source>
        <translation>un mot de passe d’application</translation>
    </message>
    <message>
        <source>an unreadable choice of talks</source>
        <translation>un choix d’exposés illisible</translation>
    </message>
    <message>
        <source>cancelled earlier</source>
        <translation>annulé auparavant</translation>
    </message>
    <message>
        <source>from {old} to {new}</source>
        <translation>de {old} à {new}</translation>
    </message>
    <message>
        <source>has no time yet</source>
        <translation>pas encore d’horaire</translation>
    </message>
    <message>
        <source>is a poster</source>
        <translation>poster</translation>
    </message>
    <message>
        <source>on {server} for {user}, since {day}</source>
        <translation>sur {server} pour {user}, depuis le {day}</translation>
    </message>
    <message>
        <source>starred talks</source>
        <translation>exposés marqués</translation>
    </message>
    <message>
        <source>tentative</source>
        <translation>provisoire</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>jusqu’à {time}</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>à jour</translation>
    </message>
    <message>
        <source>{old}, now called {new}</source>
        <translation>{old}, désormais intitulé {new}</translation>
    </message>
    <message>
        <source>{path} is up to date.</source>
        <translation>{path} est à jour.</translation>
    </message>
    <message>
        <source>“Add calendar – Upload from file” on the web, “Import” in the classic program; entries are known by their identity when you import again.</source>
        <translation>«&#xa0;Ajouter un calendrier – Charger à partir d’un fichier&#xa0;» sur le web, «&#xa0;Importer&#xa0;» dans le logiciel classique&#x202f;; les entrées sont reconnues à leur identité quand vous importez de nouveau.</translation>
    </message>
    <message>
        <source>“Events and Tasks – Import” reads the file; publishing to a server spares you importing again.</source>
        <translation>«&#xa0;Événements et tâches – Importer&#xa0;» lit le fichier&#x202f;; publier sur un serveur vous évite d’importer de nouveau.</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>«&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>“{name}” on the server is not up to date. {why}</source>
        <translation>«&#xa0;{name}&#xa0;» n’est pas à jour sur le serveur. {why}</translation>
    </message>
    <message>
        <source>“{name}” on the server is up to date.</source>
        <translation>«&#xa0;{name}&#xa0;» sur le serveur est à jour.</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message numerus="yes">
        <source>%n edition(s) known.</source>
        <translation>
            <numerusform>%n édition est connue.</numerusform>
            <numerusform>%n éditions sont connues.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them from an update.</source>
        <translation>
            <numerusform>%n d’entre elles vient d’une mise à jour.</numerusform>
            <numerusform>%n d’entre elles viennent d’une mise à jour.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>File or https address</source>
        <translation>Fichier ou adresse https</translation>
    </message>
    <message>
        <source>List of editions</source>
        <translation>Liste des éditions</translation>
    </message>
    <message>
        <source>Lists of editions (*.toml);;All files (*)</source>
        <translation>Listes d’éditions (*.toml);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Update the list</source>
        <translation>Mettre à jour la liste</translation>
    </message>
    <message>
        <source>Use the program&apos;s own list</source>
        <translation>Utiliser la liste de l’application</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message numerus="yes">
        <source>%n talk(s)</source>
        <translation>
            <numerusform>%n exposé</numerusform>
            <numerusform>%n exposés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n talk(s) changed</source>
        <translation>
            <numerusform>%n exposé modifié</numerusform>
            <numerusform>%n exposés modifiés</numerusform>
        </translation>
    </message>
    <message>
        <source>, {after} instead of {before}</source>
        <translation>, {after} au lieu de {before}</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Auteurs</translation>
    </message>
    <message>
        <source>Back in the programme</source>
        <translation>De retour au programme</translation>
    </message>
    <message>
        <source>Chairs</source>
        <translation>Présidence</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Changements</translation>
    </message>
    <message>
        <source>Co-authors</source>
        <translation>Coauteurs</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Mots-clés</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Compte rendu</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Déplacé</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>New in the programme</source>
        <translation>Nouveau au programme</translation>
    </message>
    <message>
        <source>New talk</source>
        <translation>Nouvel exposé</translation>
    </message>
    <message>
        <source>No change fits these filters.
Switch some of them off to see more.</source>
        <translation>Aucun changement ne répond à ces filtres.
Désactivez-en quelques-uns pour en voir davantage.</translation>
    </message>
    <message>
        <source>No longer in the programme</source>
        <translation>Retiré du programme</translation>
    </message>
    <message>
        <source>No programme has changed since it was first fetched.
After each sync, what moved, was renamed, came or went stands here.</source>
        <translation>Aucun programme n’a changé depuis son premier téléchargement.
Après chaque synchronisation, ce qui a été déplacé, renommé, ajouté ou retiré figure ici.</translation>
    </message>
    <message>
        <source>Nothing has changed since you last looked, {ago}.
Choose All to see what changed before.</source>
        <translation>Rien n’a changé depuis votre dernière consultation, {ago}.
Choisissez «&#xa0;Tous&#xa0;» pour voir les changements antérieurs.</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Mention</translation>
    </message>
    <message>
        <source>Only mine</source>
        <translation>Les miens</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Parties</translation>
    </message>
    <message>
        <source>Poster board</source>
        <translation>Panneau</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Références</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Salle</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Since I last looked</source>
        <translation>Depuis ma dernière visite</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>Supports</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Intervenants</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>The conference itself</source>
        <translation>La conférence elle-même</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Which changes</source>
        <translation>Quels changements</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retiré</translation>
    </message>
    <message>
        <source>ends at {new} instead of {old}</source>
        <translation>se termine à {new} au lieu de {old}</translation>
    </message>
    <message>
        <source>ends at {new}, was {old}</source>
        <translation>fin&#xa0;: {new} (auparavant&#xa0;: {old})</translation>
    </message>
    <message>
        <source>inserted “{text}”</source>
        <translation>ajouté&#xa0;: «&#xa0;{text}&#xa0;»</translation>
    </message>
    <message>
        <source>moved from {old} to {new}</source>
        <translation>déplacé&#xa0;: {old} → {new}</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>no longer has a time; it was {old}</source>
        <translation>n’a plus d’horaire&#x202f;; c’était {old}</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>pas encore consulté</translation>
    </message>
    <message>
        <source>now has a time: {new}</source>
        <translation>a désormais un horaire&#xa0;: {new}</translation>
    </message>
    <message>
        <source>only its layout changed</source>
        <translation>seule sa mise en forme a changé</translation>
    </message>
    <message>
        <source>removed “{text}”</source>
        <translation>supprimé&#xa0;: «&#xa0;{text}&#xa0;»</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>marqué</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>mis à jour</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>{what} changed</source>
        <translation>{what}&#xa0;: modification</translation>
    </message>
</context>
<context>
    <name>Chosen</name>
    <message numerus="yes">
        <source>%n overlap(s), {length} at the same time.</source>
        <translation>
            <numerusform>%n chevauchement, {length} en même temps.</numerusform>
            <numerusform>%n chevauchements, {length} en même temps.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add to calendar</source>
        <translation>Ajouter au calendrier</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy titles and times</source>
        <translation>Copier les titres et les horaires</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>None of them overlap.</source>
        <translation>Aucun chevauchement.</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Marquer</translation>
    </message>
    <message>
        <source>Take the stars away</source>
        <translation>Retirer les étoiles</translation>
    </message>
    <message>
        <source>{day}, {times}</source>
        <translation>{day}, {times}</translation>
    </message>
    <message>
        <source>{length} in all.</source>
        <translation>{length} en tout.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Add an edition …</source>
        <translation>Ajouter une édition…</translation>
    </message>
    <message>
        <source>Another talk</source>
        <translation>Un autre exposé</translation>
    </message>
    <message>
        <source>Another time zone …</source>
        <translation>Autre fuseau horaire…</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendrier</translation>
    </message>
    <message>
        <source>Calendars kept up to date …</source>
        <translation>Calendriers tenus à jour…</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Changements</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Tout sélectionner</translation>
    </message>
    <message>
        <source>Choose several</source>
        <translation>Sélectionner plusieurs exposés</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>Close or clear</source>
        <translation>Fermer ou effacer</translation>
    </message>
    <message>
        <source>Closer and farther, in timetables</source>
        <translation>Rapprocher, éloigner (grille)</translation>
    </message>
    <message>
        <source>Colours of the system</source>
        <translation>Couleurs du système</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Couleurs sombres</translation>
    </message>
    <message>
        <source>Export to a calendar …</source>
        <translation>Exporter vers un calendrier…</translation>
    </message>
    <message>
        <source>Filter the talks …</source>
        <translation>Filtrer les exposés…</translation>
    </message>
    <message>
        <source>Find anything …</source>
        <translation>Tout chercher…</translation>
    </message>
    <message>
        <source>First and last</source>
        <translation>Premier et dernier</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Aller à</translation>
    </message>
    <message>
        <source>Jump to now</source>
        <translation>Aller à maintenant</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Agrandir le texte</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Couleurs claires</translation>
    </message>
    <message>
        <source>List of editions …</source>
        <translation>Liste des éditions…</translation>
    </message>
    <message>
        <source>List or timetable</source>
        <translation>Liste ou grille horaire</translation>
    </message>
    <message>
        <source>Load the sample</source>
        <translation>Charger l’exemple</translation>
    </message>
    <message>
        <source>Maybe: half a star</source>
        <translation>Peut-être&#xa0;: demi-étoile</translation>
    </message>
    <message>
        <source>Menu of the talk</source>
        <translation>Menu de l’exposé</translation>
    </message>
    <message>
        <source>My agenda</source>
        <translation>Mon agenda</translation>
    </message>
    <message>
        <source>Next day</source>
        <translation>Jour suivant</translation>
    </message>
    <message>
        <source>Next time zone</source>
        <translation>Fuseau horaire suivant</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Taille normale du texte</translation>
    </message>
    <message>
        <source>Now and next</source>
        <translation>En cours et à suivre</translation>
    </message>
    <message>
        <source>Open a file …</source>
        <translation>Ouvrir un fichier…</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Posters</source>
        <translation>Posters</translation>
    </message>
    <message>
        <source>Previous day</source>
        <translation>Jour précédent</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Programme data</source>
        <translation>Données du programme</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Read the talk</source>
        <translation>Lire l’exposé</translation>
    </message>
    <message>
        <source>Record this edition in a file …</source>
        <translation>Enregistrer cette édition dans un fichier…</translation>
    </message>
    <message>
        <source>Redo the star</source>
        <translation>Rétablir l’étoile</translation>
    </message>
    <message>
        <source>Remove the sample</source>
        <translation>Supprimer l’exemple</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Série</translation>
    </message>
    <message>
        <source>Settings …</source>
        <translation>Réglages…</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Réduire le texte</translation>
    </message>
    <message>
        <source>Star or unstar</source>
        <translation>Marquer d’une étoile ou l’enlever</translation>
    </message>
    <message>
        <source>Stars from a calendar …</source>
        <translation>Étoiles d’un calendrier…</translation>
    </message>
    <message>
        <source>Sync all editions</source>
        <translation>Synchroniser toutes les éditions</translation>
    </message>
    <message>
        <source>Sync this edition</source>
        <translation>Synchroniser cette édition</translation>
    </message>
    <message>
        <source>Talks</source>
        <translation>Exposés</translation>
    </message>
    <message>
        <source>The talk beside it, in timetables</source>
        <translation>L’exposé voisin (grille)</translation>
    </message>
    <message>
        <source>The whole day, in timetables</source>
        <translation>La journée entière (grille)</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>Undo the star</source>
        <translation>Annuler l’étoile</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vues</translation>
    </message>
    <message>
        <source>Your data …</source>
        <translation>Vos données…</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message numerus="yes">
        <source>%n talk(s)</source>
        <translation>
            <numerusform>%n exposé</numerusform>
            <numerusform>%n exposés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n talk(s) now</source>
        <translation>
            <numerusform>%n exposé maintenant</numerusform>
            <numerusform>%n exposés maintenant</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n talk(s) then</source>
        <translation>
            <numerusform>%n exposé auparavant</numerusform>
            <numerusform>%n exposés auparavant</numerusform>
        </translation>
    </message>
    <message>
        <source>Came back: certain</source>
        <translation>De retour, avec certitude</translation>
    </message>
    <message>
        <source>Came back: likely</source>
        <translation>De retour, probablement</translation>
    </message>
    <message>
        <source>Choose two different editions above.</source>
        <translation>Choisissez ci-dessus deux éditions différentes.</translation>
    </message>
    <message>
        <source>Earlier edition</source>
        <translation>Édition antérieure</translation>
    </message>
    <message>
        <source>In both editions</source>
        <translation>Dans les deux éditions</translation>
    </message>
    <message>
        <source>Later edition</source>
        <translation>Édition ultérieure</translation>
    </message>
    <message>
        <source>Minutes a day</source>
        <translation>Minutes par jour</translation>
    </message>
    <message>
        <source>Most side by side</source>
        <translation>Maximum en parallèle</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>New people</source>
        <translation>Nouvelles personnes</translation>
    </message>
    <message>
        <source>Not in the later edition</source>
        <translation>Absents de l’édition ultérieure</translation>
    </message>
    <message>
        <source>Not the same person</source>
        <translation>Ce n’est pas la même personne</translation>
    </message>
    <message>
        <source>Now: {person}</source>
        <translation>Maintenant&#xa0;: {person}</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisations</translation>
    </message>
    <message>
        <source>Part of a name or affiliation</source>
        <translation>Partie d’un nom ou d’une affiliation</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>People of both editions</source>
        <translation>Personnes des deux éditions</translation>
    </message>
    <message>
        <source>Perhaps came back: doubtful</source>
        <translation>Peut-être revenus, sans certitude</translation>
    </message>
    <message>
        <source>Plot of topics</source>
        <translation>Graphique des sujets</translation>
    </message>
    <message>
        <source>Plots of sizes</source>
        <translation>Graphiques des tailles</translation>
    </message>
    <message>
        <source>Posters</source>
        <translation>Posters</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>Tailles</translation>
    </message>
    <message>
        <source>Table of sizes</source>
        <translation>Tableau des tailles</translation>
    </message>
    <message>
        <source>Table of topics</source>
        <translation>Tableau des sujets</translation>
    </message>
    <message>
        <source>Talks</source>
        <translation>Exposés</translation>
    </message>
    <message>
        <source>The same person</source>
        <translation>La même personne</translation>
    </message>
    <message>
        <source>The same person as …</source>
        <translation>La même personne que…</translation>
    </message>
    <message>
        <source>Then: {person}</source>
        <translation>Auparavant&#xa0;: {person}</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Sujets</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Déroulement</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Tendance</translation>
    </message>
    <message>
        <source>Tutorials</source>
        <translation>Tutoriels</translation>
    </message>
    <message>
        <source>Two programmes are needed to compare them.
Sync a second edition, then they stand here side by side.</source>
        <translation>Il faut deux programmes pour les comparer.
Synchronisez une seconde édition&#xa0;: elles apparaîtront ici côte à côte.</translation>
    </message>
    <message>
        <source>Undo: {name} are two people</source>
        <translation>Annuler&#xa0;: {name} désigne deux personnes</translation>
    </message>
    <message>
        <source>Undo: {name} is one person</source>
        <translation>Annuler&#xa0;: {name} est une seule personne</translation>
    </message>
    <message>
        <source>What to compare</source>
        <translation>Que comparer</translation>
    </message>
    <message>
        <source>Who of {edition} is {name}?</source>
        <translation>Qui, dans {edition}, est {name}&#x202f;?</translation>
    </message>
    <message>
        <source>parallel</source>
        <translation>en parallèle</translation>
    </message>
    <message>
        <source>single track</source>
        <translation>sans parallèle</translation>
    </message>
    <message>
        <source>{certainty}: {reasons}</source>
        <translation>{certainty}&#xa0;: {reasons}</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>Earlier days</source>
        <translation>Jours précédents</translation>
    </message>
    <message>
        <source>Jump to now</source>
        <translation>Aller à maintenant</translation>
    </message>
    <message>
        <source>Jump to now (N)</source>
        <translation>Aller à maintenant (N)</translation>
    </message>
    <message>
        <source>Later days</source>
        <translation>Jours suivants</translation>
    </message>
    <message>
        <source>No</source>
        <comment>no time yet, over “time”</comment>
        <translation>Sans</translation>
    </message>
    <message>
        <source>Not yet scheduled</source>
        <translation>Pas encore programmé</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Today</source>
        <comment>over the date, narrow</comment>
        <translation>Ce jour</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Sans</translation>
    </message>
    <message>
        <source>time</source>
        <translation>horaire</translation>
    </message>
    <message>
        <source>{day}, today</source>
        <translation>{day}, aujourd’hui</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>1 star was brought back</source>
        <translation>1 étoile a été récupérée</translation>
    </message>
    <message>
        <source>A folder is always whole; only a file can hold just the changes</source>
        <translation>Un dossier est toujours entier&#x202f;; seul un fichier peut ne contenir que les changements</translation>
    </message>
    <message>
        <source>Backups of them: {count}; the newest was made today.</source>
        <translation>Sauvegardes&#xa0;: {count}&#x202f;; la plus récente date d’aujourd’hui.</translation>
    </message>
    <message>
        <source>Backups of them: {count}; the newest was made {days} days ago.</source>
        <translation>Sauvegardes&#xa0;: {count}&#x202f;; la plus récente date d’il y a {days} j.</translation>
    </message>
    <message>
        <source>Check its permissions, or choose another folder with --data-dir.</source>
        <translation>Vérifiez ses droits d’accès, ou choisissez un autre dossier avec --data-dir.</translation>
    </message>
    <message>
        <source>Choose your settings again.</source>
        <translation>Choisissez de nouveau vos réglages.</translation>
    </message>
    <message>
        <source>Close other windows of QTML Companion and try again.</source>
        <translation>Fermez les autres fenêtres de QTML Companion et réessayez.</translation>
    </message>
    <message>
        <source>Entry {number} cannot be read ({error}).</source>
        <translation>L’entrée {number} est illisible ({error}).</translation>
    </message>
    <message>
        <source>Everything is kept in {folder}.</source>
        <translation>Tout est conservé dans {folder}.</translation>
    </message>
    <message>
        <source>Free some space before the next sync.</source>
        <translation>Libérez de la place avant la prochaine synchronisation.</translation>
    </message>
    <message>
        <source>Install the newer version.</source>
        <translation>Installez la version plus récente.</translation>
    </message>
    <message>
        <source>Its schema is the present one ({known}).</source>
        <translation>Son schéma est le schéma actuel ({known}).</translation>
    </message>
    <message>
        <source>No backups yet: there is nothing to keep.</source>
        <translation>Pas encore de sauvegarde&#xa0;: il n’y a rien à conserver.</translation>
    </message>
    <message>
        <source>No programme is stored here.</source>
        <translation>Aucun programme n’est enregistré ici.</translation>
    </message>
    <message>
        <source>Nothing was published to {url}</source>
        <translation>Rien n’a été publié à l’adresse {url}</translation>
    </message>
    <message>
        <source>Please report it with the log file.</source>
        <translation>Veuillez le signaler en joignant le fichier journal.</translation>
    </message>
    <message>
        <source>Rows of the database that refer to nothing: {count}.</source>
        <translation>Lignes de la base de données sans référence valable&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>SQLite finds the database sound ({size} MiB).</source>
        <translation>SQLite trouve la base de données saine ({size}&#xa0;Mio).</translation>
    </message>
    <message>
        <source>Stars: {stars}, other entries: {other}.</source>
        <translation>Étoiles&#xa0;: {stars}, autres entrées&#xa0;: {other}.</translation>
    </message>
    <message>
        <source>Start the program: it sets the file aside and rescues your stars.</source>
        <translation>Démarrez l’application&#xa0;: elle met le fichier de côté et récupère vos étoiles.</translation>
    </message>
    <message>
        <source>Sync an edition, or load the sample.</source>
        <translation>Synchronisez une édition, ou chargez l’exemple.</translation>
    </message>
    <message>
        <source>The database is damaged: {detail}.</source>
        <translation>La base de données est endommagée&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>The database is of a newer version (schema {found}, known {known}).</source>
        <translation>La base de données est d’une version plus récente (schéma {found}, connu&#xa0;: {known}).</translation>
    </message>
    <message>
        <source>The database is of an older version (schema {found} of {known}).</source>
        <translation>La base de données est d’une version plus ancienne (schéma {found} sur {known}).</translation>
    </message>
    <message>
        <source>The database was damaged; it was set aside as {name}.</source>
        <translation>La base de données était endommagée&#x202f;; elle a été mise de côté sous le nom {name}.</translation>
    </message>
    <message>
        <source>The database was lost.</source>
        <translation>La base de données a disparu.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written ({fault}).</source>
        <translation>Impossible d’écrire dans le dossier {folder} ({fault}).</translation>
    </message>
    <message>
        <source>The free space on the disk is not known.</source>
        <translation>La place libre sur le disque est inconnue.</translation>
    </message>
    <message>
        <source>The list that comes with the program is used.</source>
        <translation>La liste livrée avec le programme est utilisée.</translation>
    </message>
    <message>
        <source>The next start brings it up to date.</source>
        <translation>Le prochain démarrage la mettra à jour.</translation>
    </message>
    <message>
        <source>The programmes come back with the next sync.</source>
        <translation>Les programmes reviendront à la prochaine synchronisation.</translation>
    </message>
    <message>
        <source>The programmes were rescued too.</source>
        <translation>Les programmes ont été sauvés aussi.</translation>
    </message>
    <message>
        <source>The settings can be read.</source>
        <translation>Les réglages sont lisibles.</translation>
    </message>
    <message>
        <source>The settings were damaged; they were set aside as {file}.</source>
        <translation>Les réglages étaient endommagés&#x202f;; ils ont été mis de côté dans {file}.</translation>
    </message>
    <message>
        <source>There is no backup of your stars yet.</source>
        <translation>Il n’y a pas encore de sauvegarde de vos étoiles.</translation>
    </message>
    <message>
        <source>There is no backup “{name}”; there are: {known}</source>
        <translation>Il n’y a pas de sauvegarde «&#xa0;{name}&#xa0;»&#x202f;; il y a&#xa0;: {known}</translation>
    </message>
    <message>
        <source>There is no database yet; the first start makes it.</source>
        <translation>Il n’y a pas encore de base de données&#x202f;; le premier démarrage la crée.</translation>
    </message>
    <message>
        <source>They were: {addresses}.</source>
        <translation>C’étaient&#xa0;: {addresses}.</translation>
    </message>
    <message>
        <source>You do not follow “{name}”</source>
        <translation>Vous ne suivez pas «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>You may delete it once you miss nothing.</source>
        <translation>Vous pouvez le supprimer quand rien ne vous manque.</translation>
    </message>
    <message>
        <source>a break needs an id such as b145</source>
        <translation>une pause doit avoir un identifiant comme b145</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>une liste</translation>
    </message>
    <message>
        <source>a newer version of QTML Companion wrote it (format {version})</source>
        <translation>une version plus récente de QTML Companion l’a écrit (format {version})</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>un nombre</translation>
    </message>
    <message>
        <source>a number in {table} is too large</source>
        <translation>un nombre dans {table} est trop grand</translation>
    </message>
    <message>
        <source>a programme has lost its event</source>
        <translation>un programme a perdu son événement</translation>
    </message>
    <message>
        <source>a record</source>
        <translation>un objet</translation>
    </message>
    <message>
        <source>a row of {table} is not as it should be</source>
        <translation>une ligne de {table} n’est pas comme elle devrait être</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>un texte</translation>
    </message>
    <message>
        <source>a text in it is not Unicode</source>
        <translation>un texte n’y est pas en Unicode</translation>
    </message>
    <message>
        <source>a value in {table} is neither text nor number</source>
        <translation>une valeur dans {table} n’est ni un texte ni un nombre</translation>
    </message>
    <message>
        <source>db_id {number} stands there twice</source>
        <translation>db_id {number} y figure deux fois</translation>
    </message>
    <message>
        <source>event{where}: {reason}</source>
        <translation>event{where}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>expected {wanted}, got {got}</source>
        <translation>attendu&#xa0;: {wanted}&#x202f;; reçu&#xa0;: {got}</translation>
    </message>
    <message>
        <source>it belongs to another program</source>
        <translation>elle appartient à un autre programme</translation>
    </message>
    <message>
        <source>it does not say its version</source>
        <translation>il n’indique pas sa version</translation>
    </message>
    <message>
        <source>it ends before it starts</source>
        <translation>la fin précède le début</translation>
    </message>
    <message>
        <source>it gives {key} the event {url} of {owner}</source>
        <translation>il attribue à {key} l’événement {url} de {owner}</translation>
    </message>
    <message>
        <source>it has another shape</source>
        <translation>elle a une autre forme</translation>
    </message>
    <message>
        <source>it has format {found}, and this program reads {known}</source>
        <translation>il est au format {found}, et cette application lit {known}</translation>
    </message>
    <message>
        <source>it has no such file (status {status})</source>
        <translation>ce fichier ne s’y trouve pas (état {status})</translation>
    </message>
    <message>
        <source>it holds bytes that are no text</source>
        <translation>il contient des octets qui ne sont pas du texte</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>c’est un dossier</translation>
    </message>
    <message>
        <source>it is compressed in a way we did not ask for</source>
        <translation>elle est compressée d’une façon que nous n’avons pas demandée</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>elle est vide</translation>
    </message>
    <message>
        <source>it is larger than {limit} MiB</source>
        <translation>il dépasse {limit}&#xa0;Mio</translation>
    </message>
    <message>
        <source>it is negative</source>
        <translation>c’est négatif</translation>
    </message>
    <message>
        <source>it is neither “starred” nor “tentative”</source>
        <translation>ce n’est ni «&#xa0;starred&#xa0;» ni «&#xa0;tentative&#xa0;»</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>son imbrication est trop profonde</translation>
    </message>
    <message>
        <source>it is no file of stars of QTML Companion</source>
        <translation>ce n’est pas un fichier d’étoiles de QTML Companion</translation>
    </message>
    <message>
        <source>it is no longer a calendar file</source>
        <translation>ce n’est plus un fichier de calendrier</translation>
    </message>
    <message>
        <source>it is no recorded edition, calendar, file of stars or list of editions</source>
        <translation>ce n’est ni une édition enregistrée, ni un calendrier, ni un fichier d’étoiles, ni une liste d’éditions</translation>
    </message>
    <message>
        <source>it is no snapshot, or a damaged one</source>
        <translation>ce n’est pas un instantané, ou il est endommagé</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>ce n’est pas du JSON</translation>
    </message>
    <message>
        <source>it is not JSON, or damaged</source>
        <translation>ce n’est pas du JSON, ou il est endommagé</translation>
    </message>
    <message>
        <source>it is not a calendar file</source>
        <translation>ce n’est pas un fichier de calendrier</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>ce n’est pas un fichier</translation>
    </message>
    <message>
        <source>it is not text in UTF-8</source>
        <translation>ce n’est pas du texte en UTF-8</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>c’est trop long</translation>
    </message>
    <message>
        <source>it lists {other}, not {own}</source>
        <translation>il contient {other}, et non {own}</translation>
    </message>
    <message>
        <source>it names no Indico server</source>
        <translation>il n’indique pas de serveur Indico</translation>
    </message>
    <message>
        <source>it sends us on to another address</source>
        <translation>elle nous renvoie vers une autre adresse</translation>
    </message>
    <message>
        <source>it sends us on to {host}</source>
        <translation>elle nous renvoie vers {host}</translation>
    </message>
    <message>
        <source>it sends us round in circles</source>
        <translation>elle nous fait tourner en rond</translation>
    </message>
    <message>
        <source>it was cut off</source>
        <translation>elle a été coupée</translation>
    </message>
    <message>
        <source>its choice of talks cannot be read</source>
        <translation>son choix d’exposés est illisible</translation>
    </message>
    <message>
        <source>its compression is broken</source>
        <translation>sa compression est défectueuse</translation>
    </message>
    <message>
        <source>its file is gone</source>
        <translation>son fichier a disparu</translation>
    </message>
    <message>
        <source>its host is no name of a server</source>
        <translation>son hôte n’est pas un nom de serveur</translation>
    </message>
    <message>
        <source>its starred_at is no instant such as 2024-11-25T08:00:00Z</source>
        <translation>son starred_at n’est pas un instant tel que 2024-11-25T08:00:00Z</translation>
    </message>
    <message>
        <source>its text is not UTF-8</source>
        <translation>son texte n’est pas en UTF-8</translation>
    </message>
    <message>
        <source>its year cannot be right</source>
        <translation>son année ne peut pas être juste</translation>
    </message>
    <message>
        <source>its {name} cannot be read</source>
        <translation>son {name} est illisible</translation>
    </message>
    <message>
        <source>its {name} is larger than {limit} KiB</source>
        <translation>son {name} dépasse {limit} Kio</translation>
    </message>
    <message>
        <source>its {name} is no number from 1</source>
        <translation>son {name} n’est pas un nombre à partir de 1</translation>
    </message>
    <message>
        <source>no such time zone</source>
        <translation>ce fuseau horaire n’existe pas</translation>
    </message>
    <message>
        <source>no such time zone; times are shown in UTC</source>
        <translation>ce fuseau horaire n’existe pas&#x202f;; les heures sont en UTC</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>not a date and time</source>
        <translation>ce n’est pas une date avec heure</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>nothing of it can be rescued</source>
        <translation>rien ne peut en être récupéré</translation>
    </message>
    <message>
        <source>object missing required field {field}</source>
        <translation>le champ obligatoire {field} manque</translation>
    </message>
    <message>
        <source>star {number} is no record</source>
        <translation>l’étoile {number} n’est pas un enregistrement</translation>
    </message>
    <message>
        <source>star {number}: {error}</source>
        <translation>étoile {number}&#xa0;: {error}</translation>
    </message>
    <message>
        <source>status {status}</source>
        <translation>état {status}</translation>
    </message>
    <message>
        <source>status {status}, “{said}”</source>
        <translation>état {status}, «&#xa0;{said}&#xa0;»</translation>
    </message>
    <message>
        <source>the connection broke off</source>
        <translation>la connexion a été interrompue</translation>
    </message>
    <message>
        <source>the event has no id</source>
        <translation>l’événement n’a pas d’identifiant</translation>
    </message>
    <message>
        <source>the folder is gone</source>
        <translation>le dossier a disparu</translation>
    </message>
    <message>
        <source>there is a file of that name already, which is no calendar</source>
        <translation>il existe déjà un fichier de ce nom, qui n’est pas un calendrier</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>vrai ou faux</translation>
    </message>
    <message>
        <source>{count} stars were brought back</source>
        <translation>Étoiles récupérées&#xa0;: {count}</translation>
    </message>
    <message>
        <source>{field} of the event: {reason}</source>
        <translation>{field} de l’événement&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>{file} cannot be read ({reason}); defaults are used.</source>
        <translation>{file} est illisible ({reason})&#x202f;; les réglages par défaut sont utilisés.</translation>
    </message>
    <message>
        <source>{file} is damaged ({reason}); defaults are used.</source>
        <translation>{file} est endommagé ({reason})&#x202f;; les réglages par défaut sont utilisés.</translation>
    </message>
    <message>
        <source>{key} always belongs to the series</source>
        <translation>{key} fait toujours partie de la série</translation>
    </message>
    <message>
        <source>{name} holds a damaged database.</source>
        <translation>{name} contient une base de données endommagée.</translation>
    </message>
    <message>
        <source>{name} holds the database before an upgrade.</source>
        <translation>{name} contient la base de données d’avant une mise à niveau.</translation>
    </message>
    <message>
        <source>{name} is missing in it</source>
        <translation>{name} y manque</translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <translation>{one} ou {other}</translation>
    </message>
    <message>
        <source>{path} is not kept up to date</source>
        <translation>{path} n’est pas tenu à jour</translation>
    </message>
    <message>
        <source>{site} answers.</source>
        <translation>{site} répond.</translation>
    </message>
    <message>
        <source>{size} MiB are free on the disk.</source>
        <translation>{size}&#xa0;Mio sont libres sur le disque.</translation>
    </message>
    <message>
        <source>{stars} from it and from the newest backup.</source>
        <translation>{stars}, de cette base et de la sauvegarde la plus récente.</translation>
    </message>
    <message>
        <source>{stars} from the newest backup.</source>
        <translation>{stars}, de la sauvegarde la plus récente.</translation>
    </message>
    <message>
        <source>{stars}.</source>
        <translation>{stars}.</translation>
    </message>
    <message>
        <source>{times} entries have the same UID {uid}.</source>
        <translation>{times} entrées ont le même UID {uid}.</translation>
    </message>
    <message>
        <source>{title}: {count} talks (from {site}).</source>
        <translation>{title}&#xa0;: {count} exposés (de {site}).</translation>
    </message>
    <message>
        <source>{title}: {count} talks (sample, invented talks).</source>
        <translation>{title}&#xa0;: {count} exposés (exemple, exposés inventés).</translation>
    </message>
    <message>
        <source>“backup make” makes one; the program makes one by itself after each change.</source>
        <translation>«&#xa0;backup make&#xa0;» en crée une&#x202f;; l’application en crée une d’elle-même après chaque changement.</translation>
    </message>
    <message>
        <source>“more” has a name in it that is none of ours</source>
        <translation>«&#xa0;more&#xa0;» contient un nom qui n’est pas des nôtres</translation>
    </message>
    <message>
        <source>“more” is no record</source>
        <translation>«&#xa0;more&#xa0;» n’est pas un enregistrement</translation>
    </message>
    <message>
        <source>“{name}” is no list</source>
        <translation>«&#xa0;{name}&#xa0;» n’est pas une liste</translation>
    </message>
    <message>
        <source>“{name}” is not a time zone; a zone looks like Europe/Zurich</source>
        <translation>«&#xa0;{name}&#xa0;» n’est pas un fuseau horaire&#x202f;; un fuseau ressemble à Europe/Zurich</translation>
    </message>
    <message>
        <source>“{name}” names nothing to follow</source>
        <translation>«&#xa0;{name}&#xa0;» ne désigne rien à suivre</translation>
    </message>
    <message>
        <source>“{text}” are no waking hours such as 07:00-23:00</source>
        <translation>«&#xa0;{text}&#xa0;» ne sont pas des heures d’éveil telles que 07:00-23:00</translation>
    </message>
    <message>
        <source>“{text}” has no time of day from 00:00 to 24:00</source>
        <translation>«&#xa0;{text}&#xa0;» ne contient pas d’heure de 00:00 à 24:00</translation>
    </message>
    <message>
        <source>“{text}” is no span; for the whole day give 00:00-24:00</source>
        <translation>«&#xa0;{text}&#xa0;» n’est pas une durée&#x202f;; pour la journée entière, indiquez 00:00-24:00</translation>
    </message>
    <message>
        <source>“{text}” is not the address of a calendar server</source>
        <translation>«&#xa0;{text}&#xa0;» n’est pas l’adresse d’un serveur de calendrier</translation>
    </message>
    <message>
        <source>“{typed}” is not in the stored programmes</source>
        <translation>«&#xa0;{typed}&#xa0;» n’est pas dans les programmes enregistrés</translation>
    </message>
    <message>
        <source>“{typed}” may mean several: {listed}</source>
        <translation>«&#xa0;{typed}&#xa0;» peut désigner plusieurs choses&#xa0;: {listed}</translation>
    </message>
    <message>
        <source>“{url}” is not an https address</source>
        <translation>«&#xa0;{url}&#xa0;» n’est pas une adresse https</translation>
    </message>
</context>
<context>
    <name>Edition</name>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>Get the programme</source>
        <translation>Obtenir le programme</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Organisateur</translation>
    </message>
    <message>
        <source>Its programme is on an Indico site and can be fetched; it is not here yet.</source>
        <translation>Son programme se trouve sur un site Indico et peut être téléchargé&#x202f;; il n’est pas encore ici.</translation>
    </message>
    <message>
        <source>No Indico site with its programme is known, so it cannot be fetched. This is what is known of it.</source>
        <translation>On ne connaît aucun site Indico avec son programme&#x202f;; il ne peut donc pas être téléchargé. Voici ce que l’on en sait.</translation>
    </message>
    <message>
        <source>Open its website</source>
        <translation>Ouvrir son site web</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Site web</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
</context>
<context>
    <name>EditionMenu</name>
    <message>
        <source>Belongs to the series</source>
        <translation>Fait partie de la série</translation>
    </message>
    <message>
        <source>Its programme and your stars in it stay.</source>
        <translation>Son programme et vos étoiles restent.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Synchroniser</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>{title} does not belong to the series any more.</source>
        <translation>{title} ne fait plus partie de la série.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A reference looks like qtml2024/126; the programme lists them.</source>
        <translation>Une référence ressemble à qtml2024/126&#x202f;; le programme les indique.</translation>
    </message>
    <message>
        <source>Another program is using the database; nothing was changed.</source>
        <translation>Un autre programme utilise la base de données&#x202f;; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Check its permissions, or choose another folder with --data-dir.</source>
        <translation>Vérifiez ses droits d’accès, ou choisissez un autre dossier avec --data-dir.</translation>
    </message>
    <message>
        <source>Check the address, or ask whoever runs the server.</source>
        <translation>Vérifiez l’adresse, ou adressez-vous à qui gère le serveur.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Choisissez un autre emplacement.</translation>
    </message>
    <message>
        <source>Close other windows of QTML Companion and try again.</source>
        <translation>Fermez les autres fenêtres de QTML Companion et réessayez.</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>Libérez de la place et réessayez.</translation>
    </message>
    <message>
        <source>Give one of these keys, or the address of an Indico event.</source>
        <translation>Indiquez l’une de ces clés, ou l’adresse d’un événement Indico.</translation>
    </message>
    <message>
        <source>Give that address if you trust it; your password was not sent there.</source>
        <translation>Indiquez cette adresse si vous lui faites confiance&#x202f;; votre mot de passe n’y a pas été envoyé.</translation>
    </message>
    <message>
        <source>Install it with: pip install &apos;qtml-companion[{extra}]&apos;</source>
        <translation>Installez-le avec&#xa0;: pip install &quot;qtml-companion[{extra}]&quot;</translation>
    </message>
    <message>
        <source>Install the newer version; the file was not touched.</source>
        <translation>Installez la version plus récente&#x202f;; le fichier n’a pas été touché.</translation>
    </message>
    <message>
        <source>It comes with the program; load the sample to have it anew.</source>
        <translation>Il vient avec le programme&#x202f;; chargez l’exemple pour l’avoir de nouveau.</translation>
    </message>
    <message>
        <source>It was published all the same; the password was kept nowhere.</source>
        <translation>La publication a tout de même eu lieu&#x202f;; le mot de passe n’a été conservé nulle part.</translation>
    </message>
    <message>
        <source>Its website: {website}.</source>
        <translation>Son site web&#xa0;: {website}.</translation>
    </message>
    <message>
        <source>Nextcloud, iCloud and Fastmail want a password made for one app, in their settings.</source>
        <translation>Nextcloud, iCloud et Fastmail demandent un mot de passe d’application, créé dans leurs réglages.</translation>
    </message>
    <message>
        <source>Paste an address such as https://indico.cern.ch/event/1288979/.</source>
        <translation>Collez une adresse telle que https://indico.cern.ch/event/1288979/.</translation>
    </message>
    <message>
        <source>Please report it with the log file.</source>
        <translation>Veuillez le signaler en joignant le fichier journal.</translation>
    </message>
    <message>
        <source>Publish again later; all other entries are safe.</source>
        <translation>Publiez de nouveau plus tard&#x202f;; toutes les autres entrées sont intactes.</translation>
    </message>
    <message>
        <source>Publishing failed.</source>
        <translation>La publication a échoué.</translation>
    </message>
    <message>
        <source>Somebody else changed an entry on {host}.</source>
        <translation>Quelqu’un d’autre a modifié une entrée sur {host}.</translation>
    </message>
    <message>
        <source>Something else keeps changing “{title}” on the server.</source>
        <translation>Quelque chose d’autre modifie sans cesse «&#xa0;{title}&#xa0;» sur le serveur.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>Une erreur s’est produite.</translation>
    </message>
    <message>
        <source>Start the program again: it sets the file aside and rescues your stars.</source>
        <translation>Redémarrez l’application&#xa0;: elle met le fichier de côté et récupère vos étoiles.</translation>
    </message>
    <message>
        <source>Stopped after {done} of {total} entries. Publishing again goes on from there.</source>
        <translation>Arrêté après {done} entrées sur {total}. Une nouvelle publication reprendra à cet endroit.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Arrêté. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Stopped. What was finished before is kept.</source>
        <translation>Arrêté. Ce qui était terminé auparavant est conservé.</translation>
    </message>
    <message>
        <source>Sync again later, or accept the new programme by hand.</source>
        <translation>Synchronisez plus tard, ou acceptez le nouveau programme vous-même.</translation>
    </message>
    <message>
        <source>Sync it first, or load the sample.</source>
        <translation>Synchronisez-le d’abord, ou chargez l’exemple.</translation>
    </message>
    <message>
        <source>The answer of {host} arrived damaged ({detail}).</source>
        <translation>La réponse de {host} est arrivée endommagée ({detail}).</translation>
    </message>
    <message>
        <source>The answer of {host} is larger than {limit_mib} MiB and was not read.</source>
        <translation>La réponse de {host} dépasse {limit_mib}&#xa0;Mio et n’a pas été lue.</translation>
    </message>
    <message>
        <source>The answer of {host} was refused: {detail}.</source>
        <translation>La réponse de {host} a été refusée&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>The connection to {host} is not safe: its certificate was not accepted.</source>
        <translation>La connexion à {host} n’est pas sûre&#xa0;: son certificat n’a pas été accepté.</translation>
    </message>
    <message>
        <source>The database cannot be used: {detail}.</source>
        <translation>La base de données est inutilisable&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>The database is damaged ({detail}).</source>
        <translation>La base de données est endommagée ({detail}).</translation>
    </message>
    <message>
        <source>The database was written by a newer version of QTML Companion (schema {found}, known {known}).</source>
        <translation>La base de données a été écrite par une version plus récente de QTML Companion (schéma {found}, connu&#xa0;: {known}).</translation>
    </message>
    <message>
        <source>The disk is full; nothing was changed.</source>
        <translation>Le disque est plein&#x202f;; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The folder {path} cannot be written; nothing was changed.</source>
        <translation>Impossible d’écrire dans le dossier {path}&#x202f;; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The name {host} was not found.</source>
        <translation>Le nom {host} est introuvable.</translation>
    </message>
    <message>
        <source>The organisers may have withdrawn it for a while. Sync again later.</source>
        <translation>Les organisateurs l’ont peut-être retiré pour un temps. Synchronisez de nouveau plus tard.</translation>
    </message>
    <message>
        <source>The password of {user} on {server} is not known.</source>
        <translation>Le mot de passe de {user} sur {server} n’est pas connu.</translation>
    </message>
    <message>
        <source>The program made a mistake: {detail}.</source>
        <translation>L’application a commis une erreur&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>The program&apos;s “doctor” command checks it.</source>
        <translation>La commande «&#xa0;doctor&#xa0;» de l’application la vérifie.</translation>
    </message>
    <message>
        <source>The programme of {title} is not on an Indico server that we know of.</source>
        <translation>Le programme de {title} ne se trouve sur aucun serveur Indico connu.</translation>
    </message>
    <message>
        <source>The settings of your calendar server show the right one.</source>
        <translation>Les réglages de votre serveur de calendrier indiquent la bonne.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring did not take the password ({detail}).</source>
        <translation>Le trousseau du système n’a pas accepté le mot de passe ({detail}).</translation>
    </message>
    <message>
        <source>There is no display for the window.</source>
        <translation>Il n’y a pas d’écran pour la fenêtre.</translation>
    </message>
    <message>
        <source>There is no edition “{key}”. Known: {choices}.</source>
        <translation>Il n’existe pas d’édition «&#xa0;{key}&#xa0;». Connues&#xa0;: {choices}.</translation>
    </message>
    <message>
        <source>There is no programme of {title} on this computer.</source>
        <translation>Il n’y a pas de programme de {title} sur cet ordinateur.</translation>
    </message>
    <message>
        <source>There is no talk “{ref}” in the stored programmes.</source>
        <translation>Il n’y a pas d’exposé «&#xa0;{ref}&#xa0;» dans les programmes enregistrés.</translation>
    </message>
    <message>
        <source>Type the password of the server.</source>
        <translation>Tapez le mot de passe du serveur.</translation>
    </message>
    <message>
        <source>Use the command line (--help), or draw pictures: qtml-companion tour --output DIR.</source>
        <translation>Utilisez la ligne de commande (--help), ou dessinez des images&#xa0;: qtml-companion tour --output DIR.</translation>
    </message>
    <message>
        <source>Use the https address.</source>
        <translation>Utilisez l’adresse https.</translation>
    </message>
    <message>
        <source>What is stored was kept. Take the file anyway (--accept) to go back to its state.</source>
        <translation>Ce qui est enregistré a été conservé. Prenez tout de même le fichier (--accept) pour revenir à son état.</translation>
    </message>
    <message>
        <source>What was published before is still there.</source>
        <translation>Ce qui avait été publié est toujours là.</translation>
    </message>
    <message>
        <source>What was published is still there; publish again later, it goes on from there.</source>
        <translation>Ce qui a été publié est toujours là&#x202f;; publiez de nouveau plus tard, la suite reprendra à cet endroit.</translation>
    </message>
    <message>
        <source>Your stored programme is unchanged.</source>
        <translation>Votre programme enregistré est inchangé.</translation>
    </message>
    <message>
        <source>Your stored programme is unchanged. Check the address.</source>
        <translation>Votre programme enregistré est inchangé. Vérifiez l’adresse.</translation>
    </message>
    <message>
        <source>Your stored programme is unchanged. Check the address; in a guest network, sign in with the browser first.</source>
        <translation>Votre programme enregistré est inchangé. Vérifiez l’adresse&#x202f;; sur un réseau invité, connectez-vous d’abord avec le navigateur.</translation>
    </message>
    <message>
        <source>Your stored programme is unchanged. Check the network and try again.</source>
        <translation>Votre programme enregistré est inchangé. Vérifiez le réseau et réessayez.</translation>
    </message>
    <message>
        <source>Your stored programme is unchanged. Check the network, or the address for a typo.</source>
        <translation>Votre programme enregistré est inchangé. Vérifiez le réseau, ou l’orthographe de l’adresse.</translation>
    </message>
    <message>
        <source>Your stored programme is unchanged. Check this computer&apos;s clock; in a guest network, sign in with the browser first.</source>
        <translation>Votre programme enregistré est inchangé. Vérifiez l’horloge de cet ordinateur&#x202f;; sur un réseau invité, connectez-vous d’abord avec le navigateur.</translation>
    </message>
    <message>
        <source>Your stored programme is unchanged. Open the page in the browser.</source>
        <translation>Votre programme enregistré est inchangé. Ouvrez la page dans le navigateur.</translation>
    </message>
    <message>
        <source>Your stored programme is unchanged. Try again in some minutes.</source>
        <translation>Votre programme enregistré est inchangé. Réessayez dans quelques minutes.</translation>
    </message>
    <message>
        <source>Your stored programme is unchanged. Try again later.</source>
        <translation>Votre programme enregistré est inchangé. Réessayez plus tard.</translation>
    </message>
    <message>
        <source>Your stored programme is unchanged. Try again.</source>
        <translation>Votre programme enregistré est inchangé. Réessayez.</translation>
    </message>
    <message>
        <source>{gone} of {known} talks are missing in the new answer of {host}; we keep them.</source>
        <translation>{gone} exposés sur {known} manquent dans la nouvelle réponse de {host}&#x202f;; nous les gardons.</translation>
    </message>
    <message>
        <source>{host} answered about event {got} instead of {number}.</source>
        <translation>{host} a répondu sur l’événement {got} au lieu de {number}.</translation>
    </message>
    <message>
        <source>{host} cannot be reached.</source>
        <translation>{host} est injoignable.</translation>
    </message>
    <message>
        <source>{host} did not answer in time.</source>
        <translation>{host} n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>{host} did not take {what} (status {status}).</source>
        <translation>{host} n’a pas accepté {what} (état {status}).</translation>
    </message>
    <message>
        <source>{host} does not accept this user name and password.</source>
        <translation>{host} n’accepte pas ce nom d’utilisateur et ce mot de passe.</translation>
    </message>
    <message>
        <source>{host} does not answer like an Indico server.</source>
        <translation>{host} ne répond pas comme un serveur Indico.</translation>
    </message>
    <message>
        <source>{host} does not let this user write there.</source>
        <translation>{host} ne permet pas à cet utilisateur d’y écrire.</translation>
    </message>
    <message>
        <source>{host} gave no usable answer ({detail}).</source>
        <translation>{host} n’a pas donné de réponse utilisable ({detail}).</translation>
    </message>
    <message>
        <source>{host} has no event {number}.</source>
        <translation>{host} n’a pas d’événement {number}.</translation>
    </message>
    <message>
        <source>{host} is busy or has a fault (status {status}).</source>
        <translation>{host} est surchargé ou en panne (état {status}).</translation>
    </message>
    <message>
        <source>{host} keeps calendars on another server, {other}</source>
        <translation>{host} conserve les calendriers sur un autre serveur, {other}</translation>
    </message>
    <message>
        <source>{host} now shows no programme for {title}; we keep the {known} talks stored here.</source>
        <translation>{host} n’affiche plus de programme pour {title}&#x202f;; nous gardons les {known} exposés enregistrés ici.</translation>
    </message>
    <message>
        <source>{host} sent no timetable although talks are scheduled; we keep the stored one.</source>
        <translation>{host} n’a pas envoyé de grille horaire alors que des exposés sont programmés&#x202f;; nous gardons celle qui est enregistrée.</translation>
    </message>
    <message>
        <source>{host} shows event {number} only after a login.</source>
        <translation>{host} ne montre l’événement {number} qu’après connexion.</translation>
    </message>
    <message>
        <source>{path} cannot be used: {detail}</source>
        <translation>{path} est inutilisable&#xa0;: {detail}</translation>
    </message>
    <message>
        <source>{path} cannot be used: {detail}.</source>
        <translation>{path} est inutilisable&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({detail}).</source>
        <translation>Impossible d’écrire {path} ({detail}).</translation>
    </message>
    <message>
        <source>{path} was recorded {recorded} (UTC), before what is stored ({stored}).</source>
        <translation>{path} a été enregistré le {recorded} (UTC), avant ce qui est conservé ({stored}).</translation>
    </message>
    <message>
        <source>{url} is not a CalDAV address, and {host} names none.</source>
        <translation>{url} n’est pas une adresse CalDAV, et {host} n’en indique aucune.</translation>
    </message>
    <message>
        <source>{what} needs the Python package {package}, which is not installed.</source>
        <translation>{what} nécessite le paquet Python {package}, qui n’est pas installé.</translation>
    </message>
    <message>
        <source>“{text}” is not the address of an Indico event.</source>
        <translation>«&#xa0;{text}&#xa0;» n’est pas l’adresse d’un événement Indico.</translation>
    </message>
    <message>
        <source>“{text}” uses http, which others can read and change on the way.</source>
        <translation>«&#xa0;{text}&#xa0;» utilise http, que d’autres peuvent lire et modifier en chemin.</translation>
    </message>
    <message>
        <source>“{title}” is invented: there is no site to fetch it from.</source>
        <translation>«&#xa0;{title}&#xa0;» est inventé&#xa0;: aucun site ne le propose.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message numerus="yes">
        <source>Left out: %n talk(s) without a time.</source>
        <translation>
            <numerusform>%n exposé sans horaire a été laissé de côté.</numerusform>
            <numerusform>%n exposés sans horaire ont été laissés de côté.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Written to {path}: %n calendar item(s).</source>
        <translation>
            <numerusform>Écrit dans {path}&#xa0;: %n entrée de calendrier.</numerusform>
            <numerusform>Écrit dans {path}&#xa0;: %n entrées de calendrier.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Board</source>
        <translation>Panneau</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>For you</source>
        <translation>Pour vous</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Salle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Horaire</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>in {city}, {difference}</source>
        <translation>à {city}, {difference}</translation>
    </message>
    <message>
        <source>no longer in the programme</source>
        <translation>retiré du programme</translation>
    </message>
    <message>
        <source>no longer in the programme since {when}</source>
        <translation>retiré du programme depuis le {when}</translation>
    </message>
    <message>
        <source>not yet scheduled</source>
        <translation>pas encore programmé</translation>
    </message>
    <message>
        <source>over</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>running now</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>{text}, the day after</source>
        <translation>{text}, le lendemain</translation>
    </message>
    <message>
        <source>{text}, the day before</source>
        <translation>{text}, la veille</translation>
    </message>
    <message>
        <source>{there}, {when} for you</source>
        <translation>{there}, {when} pour vous</translation>
    </message>
    <message>
        <source>{when} in {city}</source>
        <translation>{when} à {city}</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message numerus="yes">
        <source>%n cancelled one(s) left out.</source>
        <translation>
            <numerusform>%n entrée annulée laissée de côté.</numerusform>
            <numerusform>%n entrées annulées laissées de côté.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) and follow(s) came too.</source>
        <translation>
            <numerusform>%n décision ou suivi ajouté également.</numerusform>
            <numerusform>%n décisions et suivis ajoutés également.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n starred already.</source>
        <translation>
            <numerusform>%n déjà marqué.</numerusform>
            <numerusform>%n déjà marqués.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them for later: event {number} of {host} is not downloaded yet.</source>
        <translation>
            <numerusform>%n d’entre elles pour plus tard&#xa0;: l’événement {number} de {host} n’est pas encore téléchargé.</numerusform>
            <numerusform>%n d’entre elles pour plus tard&#xa0;: l’événement {number} de {host} n’est pas encore téléchargé.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n star(s) came in;</source>
        <translation>
            <numerusform>%n étoile ajoutée&#x202f;;</numerusform>
            <numerusform>%n étoiles ajoutées&#x202f;;</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n star(s) written to {path}.</source>
        <translation>
            <numerusform>%n étoile écrite dans {path}.</numerusform>
            <numerusform>%n étoiles écrites dans {path}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n talk(s) starred from {file};</source>
        <translation>
            <numerusform>%n exposé marqué d’après {file}&#x202f;;</numerusform>
            <numerusform>%n exposés marqués d’après {file}&#x202f;;</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n here already.</source>
        <translation>
            <numerusform>%n déjà là.</numerusform>
            <numerusform>%n déjà là.</numerusform>
        </translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Choose one on the left and sync it first.</source>
        <translation>Choisissez-en une à gauche et synchronisez-la d’abord.</translation>
    </message>
    <message>
        <source>Drop to open

a recorded edition, a calendar (.ics), a file of stars, or a list of editions</source>
        <translation>Déposez pour ouvrir

une édition enregistrée, un calendrier (.ics), un fichier d’étoiles ou une liste d’éditions</translation>
    </message>
    <message>
        <source>Editions, calendars, stars (*.zip *.ics *.json *.toml)</source>
        <translation>Éditions, calendriers, étoiles (*.zip *.ics *.json *.toml)</translation>
    </message>
    <message>
        <source>No talk on this computer: {titles}.</source>
        <translation>Aucun exposé sur cet ordinateur&#xa0;: {titles}.</translation>
    </message>
    <message>
        <source>Only an edition that was fetched can be recorded.</source>
        <translation>Seule une édition téléchargée peut être enregistrée dans un fichier.</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Ouvrir un fichier</translation>
    </message>
    <message>
        <source>Record the edition in a file</source>
        <translation>Enregistrer l’édition dans un fichier</translation>
    </message>
    <message>
        <source>Recorded editions (*.zip)</source>
        <translation>Éditions enregistrées (*.zip)</translation>
    </message>
    <message>
        <source>The edition was recorded in {path}.</source>
        <translation>L’édition a été enregistrée dans {path}.</translation>
    </message>
    <message>
        <source>The list of editions is updated; {what}.</source>
        <translation>La liste des éditions est à jour&#x202f;; {what}.</translation>
    </message>
    <message>
        <source>The list of editions says the same as before.</source>
        <translation>La liste des éditions dit la même chose qu’avant.</translation>
    </message>
    <message>
        <source>Whoever has this program can open it without a network.</source>
        <translation>Quiconque a cette application peut l’ouvrir sans réseau.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>changed: {keys}</source>
        <translation>modifiées&#xa0;: {keys}</translation>
    </message>
    <message>
        <source>gone: {keys}</source>
        <translation>disparues&#xa0;: {keys}</translation>
    </message>
    <message>
        <source>new: {keys}</source>
        <translation>nouvelles&#xa0;: {keys}</translation>
    </message>
    <message>
        <source>without a title</source>
        <translation>sans titre</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message numerus="yes">
        <source>%n talk(s)</source>
        <translation>
            <numerusform>%n exposé</numerusform>
            <numerusform>%n exposés</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose once for only these, twice for all but these.</source>
        <translation>Choisissez une fois pour ne garder que ceux-ci, deux fois pour tous sauf ceux-ci.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtres</translation>
    </message>
    <message>
        <source>No room</source>
        <translation>Sans salle</translation>
    </message>
    <message>
        <source>No session</source>
        <translation>Sans session</translation>
    </message>
    <message>
        <source>No track</source>
        <translation>Sans thème</translation>
    </message>
    <message>
        <source>No type</source>
        <translation>Sans type</translation>
    </message>
    <message>
        <source>Not yet scheduled</source>
        <translation>Pas encore programmé</translation>
    </message>
    <message>
        <source>Posters</source>
        <translation>Posters</translation>
    </message>
    <message>
        <source>Remove the filter {filter}</source>
        <translation>Retirer le filtre {filter}</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Salle</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Show only …</source>
        <translation>Ne montrer que…</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Marqués</translation>
    </message>
    <message>
        <source>Talks</source>
        <translation>Exposés</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>With slides or files</source>
        <translation>Avec supports ou fichiers</translation>
    </message>
    <message numerus="yes">
        <source>Without “{filter}” there would be %n talk(s).</source>
        <translation>
            <numerusform>Sans «&#xa0;{filter}&#xa0;», il y aurait %n exposé.</numerusform>
            <numerusform>Sans «&#xa0;{filter}&#xa0;», il y aurait %n exposés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your filters hide everything here: {filters}.</source>
        <translation>Vos filtres masquent tout ici&#xa0;: {filters}.</translation>
    </message>
    <message>
        <source>not filtered</source>
        <translation>sans filtre</translation>
    </message>
    <message>
        <source>not {choice}</source>
        <comment>a filter that leaves out</comment>
        <translation>sauf {choice}</translation>
    </message>
    <message>
        <source>only these</source>
        <translation>seulement ceux-ci</translation>
    </message>
    <message>
        <source>only {choice}</source>
        <translation>seulement {choice}</translation>
    </message>
    <message>
        <source>without these</source>
        <translation>sauf ceux-ci</translation>
    </message>
    <message>
        <source>without {choice}</source>
        <translation>sauf {choice}</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %n talk(s)</source>
        <translation>
            <numerusform>{count} sur %n exposé</numerusform>
            <numerusform>{count} sur %n exposés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Get the programmes from their sites</source>
        <translation>Obtenir les programmes depuis leurs sites</translation>
    </message>
    <message>
        <source>Look at the sample</source>
        <translation>Voir l’exemple</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Read, search and star the talks of the conference series Quantum Techniques in Machine Learning, see every time in the conference’s zone and in yours, and take your choice away as a calendar file. Once fetched, everything works without a network.</source>
        <translation>Lisez, cherchez et marquez d’une étoile les exposés de la série de conférences Quantum Techniques in Machine Learning, voyez chaque horaire dans le fuseau de la conférence et dans le vôtre, et emportez votre choix dans un fichier de calendrier. Une fois le programme téléchargé, tout fonctionne sans réseau.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>The QTML programme, with you offline</source>
        <translation>Le programme de QTML, avec vous hors ligne</translation>
    </message>
    <message>
        <source>The programmes come from the organisers’ own Indico sites: indico.qtml2024.org (QTML 2024, Melbourne) and indico.cern.ch (QTML 2023, CERN). Nothing is sent there but the request for the programme.</source>
        <translation>Les programmes proviennent des sites Indico des organisateurs&#xa0;: indico.qtml2024.org (QTML 2024, Melbourne) et indico.cern.ch (QTML 2023, CERN). Rien n’y est envoyé, hormis la demande du programme.</translation>
    </message>
    <message>
        <source>You can look at the sample meanwhile; its talks are invented.</source>
        <translation>En attendant, vous pouvez consulter l’exemple&#x202f;; ses exposés sont inventés.</translation>
    </message>
</context>
<context>
    <name>FollowUps</name>
    <message>
        <source>Carried on in {edition}</source>
        <translation>Poursuivi à {edition}</translation>
    </message>
    <message>
        <source>Carries on this talk of {edition}</source>
        <translation>Poursuit cet exposé de {edition}</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>In other editions</source>
        <translation>Dans d’autres éditions</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>You confirmed it.</source>
        <translation>Vous l’avez confirmé.</translation>
    </message>
    <message>
        <source>You dismissed one.</source>
        <translation>Vous en avez écarté un.</translation>
    </message>
    <message>
        <source>{confidence}: {reasons}</source>
        <translation>{confidence}&#xa0;: {reasons}</translation>
    </message>
</context>
<context>
    <name>Following</name>
    <message>
        <source>Follow</source>
        <translation>Suivre</translation>
    </message>
    <message>
        <source>Follow “{name}”: what is new stands under Series, For me</source>
        <translation>Suivre «&#xa0;{name}&#xa0;»&#xa0;: les nouveautés figurent sous Série, Pour moi</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>Suivi</translation>
    </message>
    <message>
        <source>Stop following “{name}”</source>
        <translation>Ne plus suivre «&#xa0;{name}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message numerus="yes">
        <source>%n starred</source>
        <translation>
            <numerusform>%n marqué</numerusform>
            <numerusform>%n marqués</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n talk(s)</source>
        <translation>
            <numerusform>%n exposé</numerusform>
            <numerusform>%n exposés</numerusform>
        </translation>
    </message>
    <message>
        <source>Checked {ago} with {host}</source>
        <translation>Vérifié {ago} auprès de {host}</translation>
    </message>
    <message>
        <source>Nothing of {title} is stored here</source>
        <translation>Rien de {title} n’est enregistré ici</translation>
    </message>
    <message>
        <source>Progress of the sync</source>
        <translation>Progression de la synchronisation</translation>
    </message>
    <message>
        <source>Sample: an invented programme that came with the program</source>
        <translation>Exemple&#xa0;: programme inventé, livré avec l’application</translation>
    </message>
    <message>
        <source>works offline</source>
        <translation>fonctionne hors ligne</translation>
    </message>
</context>
<context>
    <name>ForMe</name>
    <message numerus="yes">
        <source>%n talk(s)</source>
        <translation>
            <numerusform>%n exposé</numerusform>
            <numerusform>%n exposés</numerusform>
        </translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Suivre</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Son nom</translation>
    </message>
    <message>
        <source>New and suggested talks</source>
        <translation>Exposés nouveaux et suggérés</translation>
    </message>
    <message>
        <source>New in what you follow</source>
        <translation>Nouveau dans ce que vous suivez</translation>
    </message>
    <message>
        <source>Nothing is new in what you follow.
After a sync that brings something, it stands here with the reason.</source>
        <translation>Rien de nouveau dans ce que vous suivez.
Après une synchronisation qui apporte quelque chose, cela figure ici avec la raison.</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>Stop following</source>
        <translation>Ne plus suivre</translation>
    </message>
    <message>
        <source>Suggested by your stars</source>
        <translation>Suggérés par vos étoiles</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>What to follow</source>
        <translation>Que suivre</translation>
    </message>
    <message>
        <source>What you follow</source>
        <translation>Ce que vous suivez</translation>
    </message>
    <message>
        <source>You follow</source>
        <translation>Vous suivez</translation>
    </message>
    <message>
        <source>You follow nothing yet.
Follow people, organisations, topics or searches, here or where you meet them; stars on one edition suggest talks of the next.</source>
        <translation>Vous ne suivez rien pour l’instant.
Suivez des personnes, des organisations, des sujets ou des recherches, ici ou là où vous les rencontrez&#x202f;; les étoiles d’une édition suggèrent des exposés de la suivante.</translation>
    </message>
    <message>
        <source>You follow {what}</source>
        <translation>Vous suivez&#xa0;: {what}</translation>
    </message>
    <message>
        <source>such as quantum kernels</source>
        <translation>par exemple&#xa0;: quantum kernels</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>il y a %n jour</numerusform>
            <numerusform>il y a %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>MMM</source>
        <comment>month, as Nov</comment>
        <translation>MMM</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>day, as Mon 25 Nov</comment>
        <translation>ddd d MMM</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <comment>day, as Monday 25 November 2024</comment>
        <translation>dddd d MMMM yyyy</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>{count} MB</source>
        <translation>{count}&#xa0;Mo</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count}&#xa0;octets</translation>
    </message>
    <message>
        <source>{count} kB</source>
        <translation>{count}&#xa0;ko</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours}&#xa0;h</translation>
    </message>
    <message>
        <source>{hours} h ago</source>
        <translation>il y a {hours}&#xa0;h</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours}&#xa0;h {minutes}&#xa0;min</translation>
    </message>
    <message>
        <source>{length} earlier</source>
        <translation>{length} plus tôt</translation>
    </message>
    <message>
        <source>{length} later</source>
        <translation>{length} plus tard</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes}&#xa0;min</translation>
    </message>
    <message>
        <source>{minutes} min ago</source>
        <translation>il y a {minutes}&#xa0;min</translation>
    </message>
</context>
<context>
    <name>Glue</name>
    <message>
        <source>; </source>
        <comment>between the parts of an enumeration</comment>
        <translation>&#x202f;; </translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}&#xa0;: {value}</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>«&#xa0;{text}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message>
        <source>One moment …</source>
        <translation>Un instant…</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>In lists and timetables</source>
        <translation>Dans les listes et les grilles</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>List of keys</source>
        <translation>Liste des raccourcis clavier</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Fermer le message</translation>
    </message>
    <message>
        <source>Nothing was changed. The log file says more.</source>
        <translation>Rien n’a été modifié. Le fichier journal en dit davantage.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program: {detail}.</source>
        <translation>Une erreur s’est produite dans l’application&#xa0;: {detail}.</translation>
    </message>
</context>
<context>
    <name>Now</name>
    <message>
        <source>Next, {when}</source>
        <translation>À suivre, {when}</translation>
    </message>
    <message>
        <source>Nothing is on. Next, {when}</source>
        <translation>Rien en ce moment. À suivre, {when}</translation>
    </message>
    <message>
        <source>Now and next</source>
        <translation>En cours et à suivre</translation>
    </message>
    <message>
        <source>On now</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Your next starred talk, {when}</source>
        <translation>Votre prochain exposé marqué, {when}</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>dans %n jour</numerusform>
            <numerusform>dans %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>in {length}</source>
        <translation>dans {length}</translation>
    </message>
    <message>
        <source>{day}, {time} in {city}</source>
        <translation>{day}, {time} à {city}</translation>
    </message>
    <message>
        <source>{time} for you</source>
        <translation>{time} pour vous</translation>
    </message>
    <message>
        <source>{time} in {city}</source>
        <translation>{time} à {city}</translation>
    </message>
    <message>
        <source>{title} begins {when}</source>
        <translation>{title} commence {when}</translation>
    </message>
    <message>
        <source>{title} has no times yet.
Press Sync to look whether the organisers have published them.</source>
        <translation>{title} n’a pas encore d’horaires.
Appuyez sur «&#xa0;Synchroniser&#xa0;» pour voir si les organisateurs les ont publiés.</translation>
    </message>
    <message>
        <source>{title} is over.
Open Programme to read it, or choose another edition.</source>
        <translation>{title} est terminé.
Ouvrez «&#xa0;Programme&#xa0;» pour le lire, ou choisissez une autre édition.</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Changes</source>
        <translation>Changements</translation>
    </message>
    <message>
        <source>Form of the programme</source>
        <translation>Présentation du programme</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>List or timetable (T)</source>
        <translation>Liste ou grille horaire (T)</translation>
    </message>
    <message>
        <source>My agenda</source>
        <translation>Mon agenda</translation>
    </message>
    <message>
        <source>Now &amp; next</source>
        <translation>En ce moment</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Posters</source>
        <translation>Posters</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Série</translation>
    </message>
    <message>
        <source>Timetable</source>
        <translation>Grille</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Edition</source>
        <translation>Édition</translation>
    </message>
    <message>
        <source>Enter does it · Esc closes</source>
        <translation>Entrée exécute · Échap ferme</translation>
    </message>
    <message>
        <source>Find a command, a view, an edition or a talk</source>
        <translation>Trouver une commande, une vue, une édition ou un exposé</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Tout chercher</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Nothing fits. Ctrl+F searches the texts of all talks.</source>
        <translation>Rien ne correspond. Ctrl+F cherche dans les textes de tous les exposés.</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message numerus="yes">
        <source>%n name(s)</source>
        <translation>
            <numerusform>%n nom</numerusform>
            <numerusform>%n noms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n talk(s)</source>
        <translation>
            <numerusform>%n exposé</numerusform>
            <numerusform>%n exposés</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the name</source>
        <translation>Effacer le nom</translation>
    </message>
    <message>
        <source>Find a name or an institution</source>
        <translation>Trouver un nom ou une institution</translation>
    </message>
    <message>
        <source>Nobody here is called “{text}”.
Press Esc for everyone, or Ctrl+F to search titles and texts.</source>
        <translation>Personne ici ne s’appelle «&#xa0;{text}&#xa0;».
Appuyez sur Échap pour voir tout le monde, ou sur Ctrl+F pour chercher dans les titres et les textes.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>author</source>
        <translation>auteur</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>replié</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>déplié</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>intervenant</translation>
    </message>
    <message>
        <source>{role}, {talks}</source>
        <translation>{role}, {talks}</translation>
    </message>
    <message>
        <source>{title} names nobody yet.
Press Sync to look whether the organisers have published the programme.</source>
        <translation>{title} ne nomme encore personne.
Appuyez sur «&#xa0;Synchroniser&#xa0;» pour voir si les organisateurs ont publié le programme.</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Australia</source>
        <translation>Australie</translation>
    </message>
    <message>
        <source>Daejeon</source>
        <translation>Daejeon</translation>
    </message>
    <message>
        <source>Durban</source>
        <translation>Durban</translation>
    </message>
    <message>
        <source>Geneva</source>
        <translation>Genève</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>Italie</translation>
    </message>
    <message>
        <source>Melbourne</source>
        <translation>Melbourne</translation>
    </message>
    <message>
        <source>Naples</source>
        <translation>Naples</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>Singapour</translation>
    </message>
    <message>
        <source>South Africa</source>
        <translation>Afrique du Sud</translation>
    </message>
    <message>
        <source>South Korea</source>
        <translation>Corée du Sud</translation>
    </message>
    <message>
        <source>Stellenbosch</source>
        <translation>Stellenbosch</translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation>Suisse</translation>
    </message>
    <message>
        <source>Verona</source>
        <translation>Vérone</translation>
    </message>
    <message>
        <source>online</source>
        <translation>en ligne</translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>{label}: {then} then, {now} now</source>
        <translation>{label}&#xa0;: {then} auparavant, {now} maintenant</translation>
    </message>
</context>
<context>
    <name>Posters</name>
    <message numerus="yes">
        <source>%n poster(s)</source>
        <translation>
            <numerusform>%n poster</numerusform>
            <numerusform>%n posters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n starred poster(s)</source>
        <translation>
            <numerusform>%n poster marqué</numerusform>
            <numerusform>%n posters marqués</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Panneau</translation>
    </message>
    <message>
        <source>No poster is starred yet.
Choose All, and press S on those you want to see.</source>
        <translation>Aucun poster n’est marqué pour l’instant.
Choisissez «&#xa0;Tous&#xa0;», puis appuyez sur S pour ceux que vous voulez voir.</translation>
    </message>
    <message>
        <source>Order of the posters</source>
        <translation>Ordre des posters</translation>
    </message>
    <message>
        <source>Posters</source>
        <translation>Posters</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Marqués</translation>
    </message>
    <message>
        <source>Which posters</source>
        <translation>Quels posters</translation>
    </message>
    <message>
        <source>{title} has no posters in its programme.
Press Sync to look whether the organisers have added them.</source>
        <translation>{title} n’a pas de posters à son programme.
Appuyez sur «&#xa0;Synchroniser&#xa0;» pour voir si les organisateurs en ont ajouté.</translation>
    </message>
</context>
<context>
    <name>Programme</name>
    <message>
        <source>Programme of the day</source>
        <translation>Programme du jour</translation>
    </message>
    <message>
        <source>{title} has no programme here yet.
Press Sync to look whether the organisers have published it.</source>
        <translation>{title} n’a pas encore de programme ici.
Appuyez sur «&#xa0;Synchroniser&#xa0;» pour voir si les organisateurs l’ont publié.</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>a given name that fits the initial</source>
        <translation>un prénom qui correspond à l’initiale</translation>
    </message>
    <message>
        <source>an affiliation is not known</source>
        <translation>une affiliation est inconnue</translation>
    </message>
    <message>
        <source>another affiliation: {then}, now {now}</source>
        <translation>autre affiliation&#xa0;: {then}, maintenant {now}</translation>
    </message>
    <message>
        <source>both about {words}</source>
        <translation>portent tous deux sur {words}</translation>
    </message>
    <message>
        <source>co-authors in both: {names}</source>
        <translation>coauteurs communs&#xa0;: {names}</translation>
    </message>
    <message>
        <source>given and family name in the other order</source>
        <translation>prénom et nom dans l’autre ordre</translation>
    </message>
    <message>
        <source>listed more than once under this name and affiliation</source>
        <translation>cité plusieurs fois sous ce nom et cette affiliation</translation>
    </message>
    <message>
        <source>nothing else speaks for it</source>
        <translation>rien d’autre ne le confirme</translation>
    </message>
    <message>
        <source>one of the two family names</source>
        <translation>l’un des deux noms de famille</translation>
    </message>
    <message>
        <source>perhaps the same people: {names}</source>
        <translation>peut-être les mêmes personnes&#xa0;: {names}</translation>
    </message>
    <message>
        <source>several people have this name in one edition</source>
        <translation>plusieurs personnes portent ce nom dans une même édition</translation>
    </message>
    <message>
        <source>talks about the same</source>
        <translation>des exposés sur le même sujet</translation>
    </message>
    <message>
        <source>the same affiliation: {affiliation}</source>
        <translation>même affiliation&#xa0;: {affiliation}</translation>
    </message>
    <message>
        <source>the same name</source>
        <translation>même nom</translation>
    </message>
    <message>
        <source>the same name but for a middle name</source>
        <translation>même nom, à un deuxième prénom près</translation>
    </message>
    <message>
        <source>the same name in another spelling</source>
        <translation>même nom, orthographié autrement</translation>
    </message>
    <message>
        <source>the same name with other accents</source>
        <translation>même nom, avec d’autres accents</translation>
    </message>
    <message>
        <source>the same title</source>
        <translation>même titre</translation>
    </message>
    <message>
        <source>you said so</source>
        <translation>vous l’avez dit</translation>
    </message>
    <message>
        <source>you starred “{title}”</source>
        <translation>vous avez marqué «&#xa0;{title}&#xa0;»</translation>
    </message>
    <message>
        <source>{names} in both</source>
        <translation>{names} dans les deux</translation>
    </message>
    <message>
        <source>{names} of a talk that you starred</source>
        <translation>{names}, d’un exposé que vous avez marqué</translation>
    </message>
</context>
<context>
    <name>Reminder</name>
    <message numerus="yes">
        <source>%n starred talk(s)</source>
        <translation>
            <numerusform>%n exposé marqué</numerusform>
            <numerusform>%n exposés marqués</numerusform>
        </translation>
    </message>
    <message>
        <source>In {length}: {title}</source>
        <translation>Dans {length}&#xa0;: {title}</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>L’afficher</translation>
    </message>
    <message>
        <source>{time} in {city}</source>
        <translation>{time} à {city}</translation>
    </message>
</context>
<context>
    <name>Remote</name>
    <message numerus="yes">
        <source>%n by night</source>
        <translation>
            <numerusform>%n de nuit</numerusform>
            <numerusform>%n de nuit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n live</source>
        <translation>
            <numerusform>%n en direct</numerusform>
            <numerusform>%n en direct</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to watch later</source>
        <translation>
            <numerusform>%n à voir plus tard</numerusform>
            <numerusform>%n à voir plus tard</numerusform>
        </translation>
    </message>
    <message>
        <source>Awake from</source>
        <translation>Éveil à partir de</translation>
    </message>
    <message>
        <source>Awake until</source>
        <translation>Éveil jusqu’à</translation>
    </message>
    <message>
        <source>How you attend</source>
        <translation>Votre participation</translation>
    </message>
    <message>
        <source>Live talks get a star, those to watch later a half star, those by night none. Talks that have a star keep it.</source>
        <translation>Les exposés en direct reçoivent une étoile, ceux à voir plus tard une demi-étoile, ceux de nuit aucune. Les exposés déjà marqués le restent.</translation>
    </message>
    <message>
        <source>No talk fits these filters.</source>
        <translation>Aucun exposé ne répond à ces filtres.</translation>
    </message>
    <message>
        <source>None of it falls into your night at home.</source>
        <translation>Rien ne tombe pendant votre nuit chez vous.</translation>
    </message>
    <message>
        <source>Not yet scheduled</source>
        <translation>Pas encore programmé</translation>
    </message>
    <message>
        <source>On site, jet-lagged</source>
        <translation>Sur place, en décalage</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En ligne</translation>
    </message>
    <message>
        <source>Star what is live</source>
        <translation>Marquer ce qui est en direct</translation>
    </message>
    <message>
        <source>Talks as seen from your zone</source>
        <translation>Exposés vus de votre fuseau</translation>
    </message>
    <message>
        <source>Talks from {span} there: at home it is {home}.</source>
        <translation>Exposés de {span} sur place&#xa0;: chez vous, il est {home}.</translation>
    </message>
    <message>
        <source>The first days by the clock at home, for who arrives the day before.</source>
        <translation>Les premiers jours à l’heure de chez vous, pour qui arrive la veille.</translation>
    </message>
    <message>
        <source>There is no programme to plan with yet.
Choose an edition that is downloaded, or sync it.</source>
        <translation>Il n’y a pas encore de programme à planifier.
Choisissez une édition téléchargée, ou synchronisez-la.</translation>
    </message>
    <message numerus="yes">
        <source>Undo %n star(s)</source>
        <translation>
            <numerusform>Annuler %n étoile</numerusform>
            <numerusform>Annuler %n étoiles</numerusform>
        </translation>
    </message>
    <message>
        <source>Your time zone</source>
        <translation>Votre fuseau horaire</translation>
    </message>
    <message>
        <source>{length} of {whole} fall into your night at home; after an hour a day of getting used to it, {rest}.</source>
        <translation>{length} sur {whole} tombent pendant votre nuit chez vous&#x202f;; en s’y habituant d’une heure par jour, {rest}.</translation>
    </message>
    <message>
        <source>awake</source>
        <translation>éveil</translation>
    </message>
    <message>
        <source>to</source>
        <comment>between two times of day</comment>
        <translation>à</translation>
    </message>
    <message>
        <source>{time} in {city}</source>
        <translation>{time} à {city}</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>Not yet scheduled</source>
        <translation>Pas encore programmé</translation>
    </message>
    <message>
        <source>Now, {time}</source>
        <translation>Maintenant, {time}</translation>
    </message>
    <message>
        <source>Session: {text}</source>
        <translation>Session&#xa0;: {text}</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>Without a session</source>
        <translation>Sans session</translation>
    </message>
    <message>
        <source>by {people}</source>
        <translation>par {people}</translation>
    </message>
    <message>
        <source>chair {names}</source>
        <translation>présidence&#xa0;: {names}</translation>
    </message>
    <message>
        <source>not yet scheduled</source>
        <translation>pas encore programmé</translation>
    </message>
    <message>
        <source>over</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>marqué</translation>
    </message>
    <message>
        <source>tentative</source>
        <translation>provisoire</translation>
    </message>
    <message>
        <source>{title} (continued)</source>
        <translation>{title} (suite)</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message numerus="yes">
        <source>%n talk(s)</source>
        <translation>
            <numerusform>%n exposé</numerusform>
            <numerusform>%n exposés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n talk(s) for “{text}”</source>
        <translation>
            <numerusform>%n exposé pour «&#xa0;{text}&#xa0;»</numerusform>
            <numerusform>%n exposés pour «&#xa0;{text}&#xa0;»</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n talk(s) for “{text}”, but your filters hide all.</source>
        <translation>
            <numerusform>%n exposé pour «&#xa0;{text}&#xa0;», mais vos filtres le masquent.</numerusform>
            <numerusform>%n exposés pour «&#xa0;{text}&#xa0;», mais vos filtres les masquent tous.</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <comment>editions</comment>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>All editions</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Effacer la recherche</translation>
    </message>
    <message>
        <source>Ctrl F</source>
        <translation>Ctrl F</translation>
    </message>
    <message>
        <source>Nothing holds all of “{text}”.
Words match from their beginning; try fewer of them, or search all editions.</source>
        <translation>Rien ne contient tout «&#xa0;{text}&#xa0;».
Les mots sont comparés par leur début&#x202f;; essayez-en moins, ou cherchez dans toutes les éditions.</translation>
    </message>
    <message>
        <source>Nothing holds all of “{text}”.
Words match from their beginning; try fewer of them.</source>
        <translation>Rien ne contient tout «&#xa0;{text}&#xa0;».
Les mots sont comparés par leur début&#x202f;; essayez-en moins.</translation>
    </message>
    <message>
        <source>Nothing holds “{text}”.
Words match from their beginning; try fewer letters.</source>
        <translation>Rien ne contient «&#xa0;{text}&#xa0;».
Les mots sont comparés par leur début&#x202f;; essayez moins de lettres.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>Rechercher (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Résultats de la recherche</translation>
    </message>
    <message>
        <source>Search talks, people, texts in all editions</source>
        <translation>Rechercher exposés, personnes, textes dans toutes les éditions</translation>
    </message>
    <message>
        <source>The {count} best for “{text}”</source>
        <translation>Les {count} meilleurs résultats pour «&#xa0;{text}&#xa0;»</translation>
    </message>
    <message>
        <source>This</source>
        <comment>edition</comment>
        <translation>Celle-ci</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Celle-ci</translation>
    </message>
    <message>
        <source>Where to search</source>
        <translation>Où chercher</translation>
    </message>
    <message numerus="yes">
        <source>{talks}, %n hidden by filters</source>
        <translation>
            <numerusform>{talks}, %n masqué par les filtres</numerusform>
            <numerusform>{talks}, %n masqués par les filtres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Series</name>
    <message numerus="yes">
        <source>%n more talk(s)</source>
        <translation>
            <numerusform>%n autre exposé</numerusform>
            <numerusform>%n autres exposés</numerusform>
        </translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Attend from afar</source>
        <translation>Participer à distance</translation>
    </message>
    <message>
        <source>Choose a line to see its talks here.</source>
        <translation>Choisissez une ligne pour voir ici ses exposés.</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Clocks there</source>
        <translation>Décalage</translation>
    </message>
    <message>
        <source>Compare editions</source>
        <translation>Comparer les éditions</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>Edition number</source>
        <translation>Numéro de l’édition</translation>
    </message>
    <message>
        <source>Editions in time</source>
        <translation>Les éditions dans le temps</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <source>For me</source>
        <translation>Pour moi</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Organisateur</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Liens</translation>
    </message>
    <message>
        <source>Next: {title} in {city}, {when}.</source>
        <translation>Prochaine édition&#xa0;: {title} à {city}, {when}.</translation>
    </message>
    <message>
        <source>Not on the map, as no city is known: {titles}</source>
        <translation>Absentes de la carte, faute de ville connue&#xa0;: {titles}</translation>
    </message>
    <message>
        <source>Now: {title} in {city}. There it is {time}.</source>
        <translation>En ce moment&#xa0;: {title} à {city}. Heure locale&#xa0;: {time}.</translation>
    </message>
    <message>
        <source>Open the programme</source>
        <translation>Ouvrir le programme</translation>
    </message>
    <message>
        <source>Parts of the series</source>
        <translation>Parties de la série</translation>
    </message>
    <message>
        <source>Sample: {title}</source>
        <translation>Exemple&#xa0;: {title}</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Take it out of the series</source>
        <translation>Retirer de la série</translation>
    </message>
    <message>
        <source>Talks of the line chosen</source>
        <translation>Exposés de la ligne choisie</translation>
    </message>
    <message>
        <source>The next edition is not known yet.</source>
        <translation>La prochaine édition n’est pas encore connue.</translation>
    </message>
    <message>
        <source>The way of the series: {cities}</source>
        <translation>Le parcours de la série&#xa0;: {cities}</translation>
    </message>
    <message>
        <source>Time there now</source>
        <translation>Heure sur place</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>World map of the editions</source>
        <translation>Carte du monde des éditions</translation>
    </message>
    <message>
        <source>appeared</source>
        <translation>apparu</translation>
    </message>
    <message>
        <source>by night</source>
        <translation>de nuit</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>certain</translation>
    </message>
    <message>
        <source>computed from its dates and zone</source>
        <translation>calculé d’après ses dates et son fuseau</translation>
    </message>
    <message>
        <source>confirmed by you</source>
        <translation>confirmé par vous</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>douteux</translation>
    </message>
    <message>
        <source>downloaded</source>
        <translation>téléchargée</translation>
    </message>
    <message>
        <source>grew</source>
        <translation>en hausse</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>dans %n jour</numerusform>
            <numerusform>dans %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>in {length}</source>
        <translation>dans {length}</translation>
    </message>
    <message>
        <source>known</source>
        <translation>connue</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>probable</translation>
    </message>
    <message>
        <source>live</source>
        <translation>en direct</translation>
    </message>
    <message>
        <source>next</source>
        <translation>prochaine</translation>
    </message>
    <message>
        <source>no source says so</source>
        <translation>aucune source ne le dit</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>non consignée</translation>
    </message>
    <message>
        <source>not yet scheduled</source>
        <translation>pas encore programmé</translation>
    </message>
    <message>
        <source>past</source>
        <translation>passée</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>possible</translation>
    </message>
    <message>
        <source>running now</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>exemple</translation>
    </message>
    <message>
        <source>shrank</source>
        <translation>en baisse</translation>
    </message>
    <message>
        <source>source: {source}</source>
        <translation>source&#xa0;: {source}</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>stable</translation>
    </message>
    <message>
        <source>the same as yours</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>the source is not recorded</source>
        <translation>la source n’est pas consignée</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>demain</translation>
    </message>
    <message>
        <source>vanished</source>
        <translation>disparu</translation>
    </message>
    <message>
        <source>very likely</source>
        <translation>très probable</translation>
    </message>
    <message>
        <source>watch later</source>
        <translation>à voir plus tard</translation>
    </message>
    <message>
        <source>{length} ahead of you</source>
        <translation>{length} d’avance sur vous</translation>
    </message>
    <message>
        <source>{length} behind you</source>
        <translation>{length} de retard sur vous</translation>
    </message>
    <message>
        <source>{value} (unverified)</source>
        <translation>{value} (non vérifié)</translation>
    </message>
</context>
<context>
    <name>SeriesLinks</name>
    <message>
        <source>CERN Quantum Technology Initiative</source>
        <translation>Initiative du CERN sur les technologies quantiques (QTI)</translation>
    </message>
    <message>
        <source>Indico</source>
        <translation>Indico</translation>
    </message>
    <message>
        <source>Past conferences, as QTML 2024 lists them</source>
        <translation>Conférences passées, selon la liste de QTML 2024</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Site web</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message numerus="yes">
        <source>%n minute(s) before</source>
        <translation>
            <numerusform>%n minute avant</numerusform>
            <numerusform>%n minutes avant</numerusform>
        </translation>
    </message>
    <message>
        <source>Another language shows from the next start on.</source>
        <translation>Une autre langue s’affiche à partir du prochain démarrage.</translation>
    </message>
    <message>
        <source>Another zone …</source>
        <translation>Autre fuseau…</translation>
    </message>
    <message>
        <source>As the system has them</source>
        <translation>Comme celles du système</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Conference time</source>
        <translation>Heure de la conférence</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombres</translation>
    </message>
    <message>
        <source>Every half hour during a conference and the week before, else once a day; never over a line that is paid by volume.</source>
        <translation>Toutes les demi-heures pendant une conférence et la semaine qui précède, sinon une fois par jour&#x202f;; jamais sur une connexion facturée au volume.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claires</translation>
    </message>
    <message>
        <source>Look for changes</source>
        <translation>Chercher les changements</translation>
    </message>
    <message>
        <source>My time</source>
        <translation>Mon heure</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>Remind of starred talks</source>
        <translation>Rappeler les exposés marqués</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>That of the system</source>
        <translation>Celle du système</translation>
    </message>
    <message>
        <source>Times are shown in</source>
        <translation>Horaires affichés en</translation>
    </message>
    <message>
        <source>While the window is open</source>
        <translation>Tant que la fenêtre est ouverte</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message numerus="yes">
        <source>%n more edition(s)</source>
        <translation>
            <numerusform>%n autre édition</numerusform>
            <numerusform>%n autres éditions</numerusform>
        </translation>
    </message>
    <message>
        <source>Add an edition …</source>
        <translation>Ajouter une édition…</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Parcourir</translation>
    </message>
    <message>
        <source>Editions</source>
        <translation>Éditions</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vues</translation>
    </message>
    <message>
        <source>invented talks</source>
        <translation>exposés inventés</translation>
    </message>
    <message>
        <source>not downloaded yet</source>
        <translation>pas encore téléchargée</translation>
    </message>
    <message>
        <source>website only</source>
        <translation>site web seulement</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>invented, for the sample</source>
        <translation>inventé, pour l’exemple</translation>
    </message>
    <message>
        <source>its Indico</source>
        <translation>son Indico</translation>
    </message>
</context>
<context>
    <name>Stars</name>
    <message numerus="yes">
        <source>%n talk(s) have the stars they had before.</source>
        <translation>
            <numerusform>%n exposé a retrouvé son étoile d’avant.</numerusform>
            <numerusform>%n exposés ont retrouvé leurs étoiles d’avant.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n talk(s) have their star again.</source>
        <translation>
            <numerusform>%n exposé a retrouvé son étoile.</numerusform>
            <numerusform>%n exposés ont retrouvé leur étoile.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n talk(s) lost their star.</source>
        <translation>
            <numerusform>%n exposé a perdu son étoile.</numerusform>
            <numerusform>%n exposés ont perdu leur étoile.</numerusform>
        </translation>
    </message>
    <message>
        <source>No longer starred: {title}</source>
        <translation>Étoile enlevée&#xa0;: {title}</translation>
    </message>
    <message>
        <source>Starred: {title}</source>
        <translation>Marqué&#xa0;: {title}</translation>
    </message>
    <message>
        <source>Tentative: {title}</source>
        <translation>Provisoire&#xa0;: {title}</translation>
    </message>
    <message>
        <source>There is no star to take back.</source>
        <translation>Il n’y a pas d’étoile à annuler.</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>Il n’y a rien à rétablir.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message numerus="yes">
        <source>%n record(s) could not be read and left out: {records}.</source>
        <translation>
            <numerusform>%n élément illisible a été laissé de côté&#xa0;: {records}.</numerusform>
            <numerusform>%n éléments illisibles ont été laissés de côté&#xa0;: {records}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n talk(s) added</source>
        <translation>
            <numerusform>%n exposé ajouté</numerusform>
            <numerusform>%n exposés ajoutés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n talk(s) changed</source>
        <translation>
            <numerusform>%n exposé modifié</numerusform>
            <numerusform>%n exposés modifiés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n talk(s) removed</source>
        <translation>
            <numerusform>%n exposé retiré</numerusform>
            <numerusform>%n exposés retirés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n talk(s) stored.</source>
        <translation>
            <numerusform>%n exposé enregistré.</numerusform>
            <numerusform>%n exposés enregistrés.</numerusform>
        </translation>
    </message>
    <message>
        <source>A sync is under way.</source>
        <translation>Une synchronisation est en cours.</translation>
    </message>
    <message>
        <source>Asking for {title}</source>
        <translation>Demande de {title}</translation>
    </message>
    <message>
        <source>Asking the conference sites</source>
        <translation>Interrogation des sites des conférences</translation>
    </message>
    <message>
        <source>Choose an edition on the left to fetch its programme.</source>
        <translation>Choisissez une édition à gauche pour télécharger son programme.</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Fetching the talks</source>
        <translation>Téléchargement des exposés</translation>
    </message>
    <message>
        <source>Fetching the timetable</source>
        <translation>Téléchargement de la grille horaire</translation>
    </message>
    <message>
        <source>Loading the sample</source>
        <translation>Chargement de l’exemple</translation>
    </message>
    <message>
        <source>No talk has changed.</source>
        <translation>Aucun exposé n’a changé.</translation>
    </message>
    <message>
        <source>Nothing has changed since the last look.</source>
        <translation>Rien n’a changé depuis la dernière vérification.</translation>
    </message>
    <message>
        <source>Open the file again when it is done.</source>
        <translation>Rouvrez le fichier quand elle sera terminée.</translation>
    </message>
    <message>
        <source>Opening {file}</source>
        <translation>Ouverture de {file}</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Storing</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Take it anyway</source>
        <translation>Le prendre tout de même</translation>
    </message>
    <message>
        <source>Take the new programme</source>
        <translation>Accepter le nouveau programme</translation>
    </message>
    <message>
        <source>The file was recorded on {day} at {time} (UTC).</source>
        <translation>Le fichier a été enregistré le {day} à {time} (UTC).</translation>
    </message>
    <message>
        <source>The sample has no site: its talks are invented.</source>
        <translation>L’exemple n’a pas de site&#xa0;: ses exposés sont inventés.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>En cours</translation>
    </message>
</context>
<context>
    <name>Talk</name>
    <message>
        <source>Add to calendar</source>
        <translation>Ajouter au calendrier</translation>
    </message>
    <message>
        <source>After it in the same session</source>
        <translation>Ensuite dans la même session</translation>
    </message>
    <message>
        <source>Around this talk</source>
        <translation>Autour de cet exposé</translation>
    </message>
    <message>
        <source>At the same time</source>
        <translation>En même temps</translation>
    </message>
    <message>
        <source>At the same time in {room}</source>
        <translation>En même temps, {room}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Before it in the same session</source>
        <translation>Auparavant dans la même session</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendrier</translation>
    </message>
    <message>
        <source>Choose a talk to read about it here.</source>
        <translation>Choisissez un exposé pour le lire ici.</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Half a star: I may go</source>
        <translation>Demi-étoile&#xa0;: j’irai peut-être</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>Lien copié</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>Ouvrir la page</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Parties</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Références</translation>
    </message>
    <message>
        <source>Show the rest of the text</source>
        <translation>Afficher la suite du texte</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Marquer</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Marqué</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Exposé</translation>
    </message>
    <message>
        <source>Tentative</source>
        <translation>Provisoire</translation>
    </message>
    <message>
        <source>Text of the talk</source>
        <translation>Texte de l’exposé</translation>
    </message>
    <message>
        <source>The organisers have published no text for this talk.</source>
        <translation>Les organisateurs n’ont pas publié de texte pour cet exposé.</translation>
    </message>
    <message>
        <source>This talk has no page on the web.</source>
        <translation>Cet exposé n’a pas de page sur le web.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>link</source>
        <translation>lien</translation>
    </message>
    <message>
        <source>only after a login on the site</source>
        <translation>seulement après connexion sur le site</translation>
    </message>
    <message>
        <source>with {names}</source>
        <translation>avec {names}</translation>
    </message>
</context>
<context>
    <name>TalkMenu</name>
    <message numerus="yes">
        <source>%n talk(s)</source>
        <translation>
            <numerusform>%n exposé</numerusform>
            <numerusform>%n exposés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n talk(s) copied.</source>
        <translation>
            <numerusform>%n exposé copié.</numerusform>
            <numerusform>%n exposés copiés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n talk(s) selected</source>
        <translation>
            <numerusform>%n exposé sélectionné</numerusform>
            <numerusform>%n exposés sélectionnés</numerusform>
        </translation>
    </message>
    <message>
        <source>Add session to calendar …</source>
        <translation>Ajouter la session à un calendrier…</translation>
    </message>
    <message>
        <source>Add their talks to calendar …</source>
        <translation>Ajouter ses exposés à un calendrier…</translation>
    </message>
    <message>
        <source>Add to calendar …</source>
        <translation>Ajouter au calendrier…</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>Copier le nom</translation>
    </message>
    <message>
        <source>Copy title and time</source>
        <translation>Copier le titre et l’horaire</translation>
    </message>
    <message>
        <source>Fold their talks away</source>
        <translation>Replier ses exposés</translation>
    </message>
    <message>
        <source>Maybe: half a star</source>
        <translation>Peut-être&#xa0;: demi-étoile</translation>
    </message>
    <message>
        <source>No longer maybe</source>
        <translation>Retirer le peut-être</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>Ouvrir la page</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Search for “{name}”</source>
        <translation>Rechercher «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Show their talks</source>
        <translation>Montrer ses exposés</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Marquer d’une étoile</translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation>Retirer l’étoile</translation>
    </message>
    <message>
        <source>Talks of {name}</source>
        <translation>Exposés de {name}</translation>
    </message>
    <message>
        <source>{day}, {times}, {city} time</source>
        <translation>{day}, {times}, heure de {city}</translation>
    </message>
</context>
<context>
    <name>Timetable</name>
    <message numerus="yes">
        <source>%n poster(s)</source>
        <translation>
            <numerusform>%n poster</numerusform>
            <numerusform>%n posters</numerusform>
        </translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Agrandir (+)</translation>
    </message>
    <message>
        <source>Not yet scheduled</source>
        <translation>Pas encore programmé</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>Réduire (−)</translation>
    </message>
    <message>
        <source>Timetable of the day</source>
        <translation>Grille horaire du jour</translation>
    </message>
    <message>
        <source>Up and down lead through time, left and right between rooms.</source>
        <translation>Haut et bas parcourent le temps, gauche et droite passent d’une salle à l’autre.</translation>
    </message>
    <message numerus="yes">
        <source>{count}, %n starred</source>
        <translation>
            <numerusform>{count}, dont %n marqué</numerusform>
            <numerusform>{count}, dont %n marqués</numerusform>
        </translation>
    </message>
    <message>
        <source>{talk}, not among the filtered</source>
        <translation>{talk}, hors des filtres</translation>
    </message>
</context>
<context>
    <name>Titles</name>
    <message>
        <source>Sample: QTML 2023</source>
        <translation>Exemple&#xa0;: QTML 2023</translation>
    </message>
    <message>
        <source>Sample: QTML 2024</source>
        <translation>Exemple&#xa0;: QTML 2024</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message numerus="yes">
        <source>%n filter(s)</source>
        <translation>
            <numerusform>%n filtre</numerusform>
            <numerusform>%n filtres</numerusform>
        </translation>
    </message>
    <message>
        <source>Another zone: {zone}</source>
        <translation>Autre fuseau&#xa0;: {zone}</translation>
    </message>
    <message>
        <source>Ask the conference&apos;s site for changes (F5)</source>
        <translation>Demander les changements au site de la conférence (F5)</translation>
    </message>
    <message>
        <source>Calendar file of your talks (Ctrl+E)</source>
        <translation>Fichier de calendrier de vos exposés (Ctrl+E)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Choose another time zone (Z)</source>
        <translation>Choisir un autre fuseau horaire (Z)</translation>
    </message>
    <message>
        <source>Choose which talks are shown (Ctrl+Shift+F)</source>
        <translation>Choisir les exposés affichés (Ctrl+Maj+F)</translation>
    </message>
    <message>
        <source>Editions and views</source>
        <translation>Éditions et vues</translation>
    </message>
    <message>
        <source>Export agenda</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtres</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>My time</source>
        <translation>Mon heure</translation>
    </message>
    <message>
        <source>Other …</source>
        <translation>Autre…</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Exemple</translation>
    </message>
    <message>
        <source>Sample · invented talks</source>
        <translation>Exemple inventé</translation>
    </message>
    <message>
        <source>Stop; nothing is changed then</source>
        <translation>Arrêter&#x202f;; rien n’est alors modifié</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Synchroniser</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>Time zone: {city}</source>
        <translation>Fuseau horaire&#xa0;: {city}</translation>
    </message>
    <message>
        <source>Times as the conference&apos;s clocks show them</source>
        <translation>Horaires tels que les affichent les horloges de la conférence</translation>
    </message>
    <message>
        <source>Times in {city}</source>
        <translation>Horaires à {city}</translation>
    </message>
    <message>
        <source>{city} time</source>
        <translation>À {city}</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>SAMPLE {title} (invented talks)</source>
        <translation>EXEMPLE {title} (exposés inventés)</translation>
    </message>
</context>
<context>
    <name>YourData</name>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n étoile</numerusform>
            <numerusform>%n étoiles</numerusform>
        </translation>
    </message>
    <message>
        <source>A file carries your stars, what you follow and what you decided about people and talks. An import adds; it takes nothing away. Calendar files (.ics) of this program or of Indico can be imported too.</source>
        <translation>Un fichier emporte vos étoiles, ce que vous suivez et ce que vous avez décidé sur les personnes et les exposés. Un import ajoute&#x202f;; il n’enlève rien. Les fichiers de calendrier (.ics) de cette application ou d’Indico peuvent aussi être importés.</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Tout va bien.</translation>
    </message>
    <message>
        <source>Ask the servers too</source>
        <translation>Interroger aussi les serveurs</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sauvegarder maintenant</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Vérifier de nouveau</translation>
    </message>
    <message>
        <source>Check-up</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Everything is kept in {folder}, on this computer only.</source>
        <translation>Tout est conservé dans {folder}, sur cet ordinateur uniquement.</translation>
    </message>
    <message>
        <source>Export my stars</source>
        <translation>Exporter mes étoiles</translation>
    </message>
    <message>
        <source>Export my stars …</source>
        <translation>Exporter mes étoiles…</translation>
    </message>
    <message>
        <source>Files of stars (*.json)</source>
        <translation>Fichiers d’étoiles (*.json)</translation>
    </message>
    <message>
        <source>Files of stars, calendars (*.json *.ics)</source>
        <translation>Fichiers d’étoiles, calendriers (*.json *.ics)</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Import stars</source>
        <translation>Importer des étoiles</translation>
    </message>
    <message>
        <source>Import stars …</source>
        <translation>Importer des étoiles…</translation>
    </message>
    <message>
        <source>Invented programmes to look around in, and stars on them.</source>
        <translation>Des programmes inventés pour se promener dans l’application, et les étoiles posées dessus.</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>Made by themselves: at the first start of a day and after changes. Those that you make stay until you delete their files.</source>
        <translation>Créées automatiquement&#xa0;: au premier démarrage de la journée et après des changements. Celles que vous créez restent jusqu’à ce que vous supprimiez leurs fichiers.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>On another computer</source>
        <translation>Sur un autre ordinateur</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Parts of your data</source>
        <translation>Parties de vos données</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Remove the sample</source>
        <translation>Supprimer l’exemple</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message numerus="yes">
        <source>Restored as of {when}: %n star(s).</source>
        <translation>
            <numerusform>Restauré (état&#xa0;: {when})&#xa0;: %n étoile.</numerusform>
            <numerusform>Restauré (état&#xa0;: {when})&#xa0;: %n étoiles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restoring brings back %n star(s)</source>
        <translation>
            <numerusform>La restauration rend %n étoile</numerusform>
            <numerusform>La restauration rend %n étoiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restoring brings back %n star(s).</source>
        <translation>
            <numerusform>La restauration rend %n étoile.</numerusform>
            <numerusform>La restauration rend %n étoiles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restoring takes away %n star(s).</source>
        <translation>
            <numerusform>La restauration enlève %n étoile.</numerusform>
            <numerusform>La restauration enlève %n étoiles.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>Étoiles</translation>
    </message>
    <message>
        <source>The sample</source>
        <translation>L’exemple</translation>
    </message>
    <message>
        <source>There are problems; what to do stands beside them.</source>
        <translation>Il y a des problèmes&#x202f;; la marche à suivre est indiquée à côté.</translation>
    </message>
    <message>
        <source>There is no backup yet: there is nothing of yours to keep.</source>
        <translation>Il n’y a pas encore de sauvegarde&#xa0;: vous n’avez rien à conserver.</translation>
    </message>
    <message>
        <source>This file is damaged and cannot be restored.</source>
        <translation>Ce fichier est endommagé et ne peut pas être restauré.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Undo brings back what you had before.</source>
        <translation>«&#xa0;Annuler&#xa0;» rétablit ce que vous aviez avant.</translation>
    </message>
    <message>
        <source>What you have now is backed up first.</source>
        <translation>Ce que vous avez maintenant est d’abord sauvegardé.</translation>
    </message>
    <message>
        <source>Where it lies</source>
        <translation>Emplacement</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>Vos données</translation>
    </message>
    <message>
        <source>Your stars are as in this backup.</source>
        <translation>Vos étoiles sont comme dans cette sauvegarde.</translation>
    </message>
    <message>
        <source>a moment ago</source>
        <translation>tout à l’heure</translation>
    </message>
    <message>
        <source>after a change</source>
        <translation>après un changement</translation>
    </message>
    <message numerus="yes">
        <source>and takes away %n.</source>
        <translation>
            <numerusform>et en enlève %n.</numerusform>
            <numerusform>et en enlève %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>at the start of a day</source>
        <translation>au début d’une journée</translation>
    </message>
    <message>
        <source>before a backup was restored</source>
        <translation>avant une restauration</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>endommagée</translation>
    </message>
    <message>
        <source>made by you</source>
        <translation>créée par vous</translation>
    </message>
</context>
<context>
    <name>Zone</name>
    <message>
        <source>Part of a name</source>
        <translation>Partie d’un nom</translation>
    </message>
    <message>
        <source>Part of a name, such as Tokyo</source>
        <translation>Partie d’un nom, par exemple Tokyo</translation>
    </message>
    <message>
        <source>Show times in another zone</source>
        <translation>Afficher les horaires dans un autre fuseau</translation>
    </message>
    <message>
        <source>Time zones</source>
        <translation>Fuseaux horaires</translation>
    </message>
</context>
</TS>
