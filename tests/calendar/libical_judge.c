/* Reads calendar files with libical and prints what it finds, for tests/calendar/judges.py.
 *
 *     libical_judge FILE...
 *
 * One line per finding, parted by tabs; texts are hexadecimal UTF-8, times seconds since 1970:
 *
 *     event UID START END SEQUENCE STATUS SUMMARY LOCATION DESCRIPTION
 *     error WHAT          (of parsing, or of the strict check of RFC 5546 by icalrestriction)
 *
 * START and END are "-" if missing or without a zone.
 */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print_hex(const char *text)
{
    putchar('\t');
    for (; text && *text; text++)
        printf("%02x", (unsigned char)*text);
}

static void print_time(struct icaltimetype moment)
{
    if (icaltime_is_null_time(moment) || (!icaltime_is_utc(moment) && !moment.zone)) {
        printf("\t-");
        return;
    }
    printf("\t%lld", (long long)icaltime_as_timet_with_zone(moment, icaltime_get_timezone(moment)));
}

static const char *status_of(icalcomponent *event)
{
    icalproperty *status = icalcomponent_get_first_property(event, ICAL_STATUS_PROPERTY);
    return status ? icalproperty_get_value_as_string(status) : "";
}

static void print_event(icalcomponent *event)
{
    icalproperty *end = icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY);
    printf("event");
    print_hex(icalcomponent_get_uid(event));
    print_time(icalcomponent_get_dtstart(event));
    print_time(end ? icalcomponent_get_dtend(event) : icaltime_null_time());
    printf("\t%d\t%s", icalcomponent_get_sequence(event), status_of(event));
    print_hex(icalcomponent_get_summary(event));
    print_hex(icalcomponent_get_location(event));
    print_hex(icalcomponent_get_description(event));
    putchar('\n');
}

static void print_errors(icalcomponent *part)
{
    icalproperty *error = icalcomponent_get_first_property(part, ICAL_XLICERROR_PROPERTY);
    for (; error; error = icalcomponent_get_next_property(part, ICAL_XLICERROR_PROPERTY)) {
        printf("error");
        print_hex(icalproperty_get_xlicerror(error));
        putchar('\n');
    }
    icalcomponent *inner = icalcomponent_get_first_component(part, ICAL_ANY_COMPONENT);
    for (; inner; inner = icalcomponent_get_next_component(part, ICAL_ANY_COMPONENT))
        print_errors(inner);
}

static char *content_of(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return NULL;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *text = calloc((size_t)size + 1, 1);
    if (fread(text, 1, (size_t)size, file) != (size_t)size)
        exit(2);
    fclose(file);
    return text;
}

static int judge(const char *path)
{
    char *text = content_of(path);
    if (!text) {
        perror(path);
        return 1;
    }
    icalcomponent *calendar = icalparser_parse_string(text);
    free(text);
    if (!calendar) {
        fprintf(stderr, "%s: not a calendar\n", path);
        return 1;
    }
    icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    for (; event; event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
        print_event(event);
    icalrestriction_check(calendar);
    print_errors(calendar);
    icalcomponent_free(calendar);
    return 0;
}

int main(int count, char **paths)
{
    int failed = 0;
    icalerror_set_errors_are_fatal(0);
    for (int number = 1; number < count; number++)
        failed |= judge(paths[number]);
    return failed;
}
