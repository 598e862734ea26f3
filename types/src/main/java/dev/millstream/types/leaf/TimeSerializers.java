package dev.millstream.types.leaf;

import static dev.millstream.types.leaf.LeafSerializers.form;

import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.Serializer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** The types of java.time. */
final class TimeSerializers {
    private TimeSerializers() {}

    static @Nullable Serializer<?> of(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "Instant" -> form(Instant.class, TimeSerializers::write, TimeSerializers::instant);
            case "Duration" ->
                    form(
                            Duration.class,
                            (value, out) -> {
                                out.writeLong(value.getSeconds());
                                out.writeInt(value.getNano());
                            },
                            in -> Duration.ofSeconds(in.readLong(), in.readInt()));
            case "LocalDate" ->
                    form(LocalDate.class, TimeSerializers::write, TimeSerializers::date);
            case "LocalTime" ->
                    form(LocalTime.class, TimeSerializers::write, TimeSerializers::time);
            case "LocalDateTime" ->
                    form(LocalDateTime.class, TimeSerializers::write, TimeSerializers::dateTime);
            case "OffsetDateTime" ->
                    form(
                            OffsetDateTime.class,
                            (value, out) -> {
                                write(value.toLocalDateTime(), out);
                                out.writeInt(value.getOffset().getTotalSeconds());
                            },
                            in -> OffsetDateTime.of(dateTime(in), offset(in)));
            case "ZonedDateTime" ->
                    form(
                            ZonedDateTime.class,
                            (value, out) -> {
                                write(value.toInstant(), out);
                                out.writeString(value.getZone().getId());
                            },
                            in -> ZonedDateTime.ofInstant(instant(in), ZoneId.of(in.readString())));
            default -> ofPart(type);
        };
    }

    private static @Nullable Serializer<?> ofPart(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "OffsetTime" ->
                    form(
                            OffsetTime.class,
                            (value, out) -> {
                                write(value.toLocalTime(), out);
                                out.writeInt(value.getOffset().getTotalSeconds());
                            },
                            in -> OffsetTime.of(time(in), offset(in)));
            case "Period" ->
                    form(
                            Period.class,
                            (value, out) -> {
                                out.writeInt(value.getYears());
                                out.writeInt(value.getMonths());
                                out.writeInt(value.getDays());
                            },
                            in -> Period.of(in.readInt(), in.readInt(), in.readInt()));
            case "Year" ->
                    form(
                            Year.class,
                            (value, out) -> out.writeInt(value.getValue()),
                            in -> Year.of(in.readInt()));
            case "YearMonth" ->
                    form(
                            YearMonth.class,
                            (value, out) -> {
                                out.writeInt(value.getYear());
                                out.writeByte(value.getMonthValue());
                            },
                            in -> YearMonth.of(in.readInt(), in.readByte()));
            case "MonthDay" ->
                    form(
                            MonthDay.class,
                            (value, out) -> {
                                out.writeByte(value.getMonthValue());
                                out.writeByte(value.getDayOfMonth());
                            },
                            in -> MonthDay.of(in.readByte(), in.readByte()));
            case "ZoneOffset" ->
                    form(
                            ZoneOffset.class,
                            (value, out) -> out.writeInt(value.getTotalSeconds()),
                            TimeSerializers::offset);
            case "ZoneId", "ZoneRegion" ->
                    form(
                            ZoneId.class,
                            (value, out) -> out.writeString(value.getId()),
                            in -> ZoneId.of(in.readString()));
            default -> null;
        };
    }

    private static void write(Instant value, Output out) {
        out.writeLong(value.getEpochSecond());
        out.writeInt(value.getNano());
    }

    private static Instant instant(Input in) {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    private static void write(LocalDate value, Output out) {
        out.writeInt(value.getYear());
        out.writeByte(value.getMonthValue());
        out.writeByte(value.getDayOfMonth());
    }

    private static LocalDate date(Input in) {
        return LocalDate.of(in.readInt(), in.readByte(), in.readByte());
    }

    private static void write(LocalTime value, Output out) {
        out.writeLong(value.toNanoOfDay());
    }

    private static LocalTime time(Input in) {
        return LocalTime.ofNanoOfDay(in.readLong());
    }

    private static void write(LocalDateTime value, Output out) {
        write(value.toLocalDate(), out);
        write(value.toLocalTime(), out);
    }

    private static LocalDateTime dateTime(Input in) {
        return LocalDateTime.of(date(in), time(in));
    }

    private static ZoneOffset offset(Input in) {
        return ZoneOffset.ofTotalSeconds(in.readInt());
    }
}
