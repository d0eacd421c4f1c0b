// A CRM export as large as asked for, alike every time.
#pragma once

#include <string>

namespace fullcourt::bench {

/// 12 columns, about 90 bytes a row.
std::string csv_of(std::size_t rows);

} // namespace fullcourt::bench
