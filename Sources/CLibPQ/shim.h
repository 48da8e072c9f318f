#include <libpq-fe.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>

// The fields of an error. libpq has them as character macros, which Swift does not import.
static const int diagnostic_sqlstate = PG_DIAG_SQLSTATE;
static const int diagnostic_message = PG_DIAG_MESSAGE_PRIMARY;
static const int diagnostic_constraint = PG_DIAG_CONSTRAINT_NAME;
static const int diagnostic_table = PG_DIAG_TABLE_NAME;
static const int diagnostic_column = PG_DIAG_COLUMN_NAME;
static const int diagnostic_function = PG_DIAG_SOURCE_FUNCTION;
